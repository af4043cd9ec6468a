import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { fold, sortKey } from '../domain/text/fold.js';
import type { Launch, LaunchedContext, LaunchedUser } from './claims.js';
import type { Standing } from './roles.js';
import type { LtiStore } from './store.js';

/** A course of a tenant: a space, and the one session that it is attached to. */
export interface CourseRow {
  readonly id: string;
  readonly platform_id: string;
  readonly context_id: string;
  readonly name: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly memberships_url: string | null;
  readonly launched_at: string;
  readonly roster_read_at: string | null;
  readonly roster_walk: number;
  readonly roster_claimed_until: string | null;
  readonly roster_problem: string | null;
  readonly roster_leavers: number | null;
}

export interface MemberRow {
  readonly id: string;
  readonly platform_id: string;
  readonly subject: string;
  readonly name: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly locale: string | null;
  readonly time_zone: string | null;
  readonly administers_until: string | null;
}

export interface MembershipRow {
  readonly space_id: string;
  readonly member_id: string;
  readonly is_trainer: boolean | number;
  readonly is_learner: boolean | number;
  readonly is_active: boolean | number;
  readonly name_sort: string;
  readonly name_folded: string;
  readonly roster_walk: number | null;
  readonly may_edit: boolean | number;
  readonly may_enrol: boolean | number;
  readonly session_until: string | null;
}

/** Somebody as a platform names them, in a launch or in a roster. */
export type Named = Pick<LaunchedUser, 'sub' | 'name' | 'firstName' | 'lastName' | 'email'> &
  Partial<Pick<LaunchedUser, 'locale' | 'timeZone'>>;

const longestName = 255;

/** The names that are shown and sorted by. Who has none is told apart by the end of their id: "Participant 1f3a". */
export function namesOf(
  id: string,
  { name, firstName, lastName }: Pick<Named, 'name' | 'firstName' | 'lastName'>,
) {
  const whole = name || [firstName, lastName].filter(Boolean).join(' ') || `Participant ${id.slice(-4)}`;
  const words = whole.split(' ');
  const last = lastName || (firstName ? '' : (words.at(-1) ?? ''));
  const first = firstName || (lastName ? '' : words.slice(0, -1).join(' '));
  return {
    name: whole.slice(0, longestName),
    first_name: first.slice(0, longestName),
    last_name: (last || whole).slice(0, longestName),
  };
}

/** How somebody is sorted and searched in a course. */
export function sortedAs({ name, first_name: first, last_name: last }: ReturnType<typeof namesOf>) {
  return {
    name_sort: sortKey(`${last} ${first}`),
    name_folded: fold(name).slice(0, longestName),
  };
}

/** Who was launched, and where. */
export interface Launched {
  readonly member: MemberRow | undefined;
  readonly course: CourseRow | undefined;
}

/** Keeps what a launch says of its course and its user, and what it allows until `until`. */
export async function keepLaunch(
  store: LtiStore,
  platformId: string,
  launch: Launch,
  standing: Standing,
  until: string,
): Promise<Launched> {
  return store.write(async (transaction) => {
    const course = launch.context
      ? await keepCourse(store, transaction, platformId, launch.context, launch.membershipsUrl)
      : undefined;
    const member = launch.user ? await keepMember(transaction, platformId, launch.user) : undefined;
    if (member && standing.isAdministrator)
      await transaction('seance_lti_member').where({ id: member.id }).update({ administers_until: until });
    if (member && course) await keepMembership(transaction, course, member, standing, until);
    return { member, course };
  });
}

async function keepCourse(
  store: LtiStore,
  transaction: Knex.Transaction,
  platformId: string,
  { id: contextId, title, startsAt, endsAt }: LaunchedContext,
  membershipsUrl: string | null,
): Promise<CourseRow | undefined> {
  const where = { platform_id: platformId, context_id: contextId };
  const said = {
    name: title.slice(0, longestName),
    // What staff have typed stays where the platform says nothing.
    ...(dayOf(startsAt) !== null && { starts_on: dayOf(startsAt) }),
    ...(dayOf(endsAt) !== null && { ends_on: dayOf(endsAt) }),
    memberships_url: membershipsUrl,
    launched_at: store.now(),
  };
  const rows = () => transaction<CourseRow>('seance_lti_space');
  await rows()
    .insert({ id: uuidv7(), ...where, ...said })
    .onConflict(['platform_id', 'context_id'])
    .merge(said);
  return rows().where(where).first();
}

/** The member of a tenant that a platform names, made when they are new. What is withheld leaves what is known. */
export async function keepMember(
  transaction: Knex.Transaction,
  platformId: string,
  named: Named,
): Promise<MemberRow | undefined> {
  const where = { platform_id: platformId, subject: named.sub };
  const rows = () => transaction<MemberRow>('seance_lti_member');
  const id = uuidv7();
  const hasName = Boolean(named.name || named.firstName || named.lastName);
  const said = {
    ...(hasName && namesOf(id, named)),
    ...(named.email && { email: named.email.slice(0, longestName) }),
    ...(named.locale && { locale: named.locale.slice(0, 35) }),
    ...(named.timeZone && { time_zone: named.timeZone.slice(0, 64) }),
  };
  const made = { id, ...where, ...namesOf(id, named), email: '', ...said };
  const insert = rows().insert(made).onConflict(['platform_id', 'subject']);
  await (Object.keys(said).length > 0 ? insert.merge(said) : insert.ignore());
  return rows().where(where).first();
}

async function keepMembership(
  transaction: Knex.Transaction,
  course: CourseRow,
  member: MemberRow,
  standing: Standing,
  until: string,
): Promise<void> {
  const said = {
    ...sortedAs(member),
    is_trainer: standing.isTrainer,
    is_learner: standing.isLearner,
    is_active: true,
    may_edit: standing.edit,
    may_enrol: standing.enrol,
    session_until: until,
  };
  await transaction<MembershipRow>('seance_lti_membership')
    .insert({ space_id: course.id, member_id: member.id, roster_walk: null, ...said })
    .onConflict(['space_id', 'member_id'])
    .merge(said);
}

/** The day of an instant as a platform writes it, `2026-09-01T08:00:00Z` and the like; null for what is none. */
function dayOf(text: string | null): string | null {
  const day = text?.slice(0, 10) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}
