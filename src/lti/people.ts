import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { faultOf } from '../adapters/knex/faults.js';
import { insertRows, replaceRows } from '../adapters/knex/many-rows.js';
import { cutTo } from '../domain/text/cut.js';
import { fold, sortKey } from '../domain/text/fold.js';
import type { Launch, LaunchedContext, LaunchedUser } from './claims.js';
import { type Period, periodOf } from './period.js';
import type { Standing } from './roles.js';
import type { LtiStore } from './store.js';
import type { CourseRow, MemberRow, MembershipRow, NewsRow } from './tables.js';

/** Somebody as a platform names them, in a launch or in a roster. */
export type Named = Pick<LaunchedUser, 'sub' | 'name' | 'firstName' | 'lastName' | 'email'> &
  Partial<Pick<LaunchedUser, 'locale' | 'timeZone'>>;

const longestName = 255;

/** When the roster of a course is to be read that is not in use, or has none. */
export const notDue = '9999-12-31T23:59:59Z';

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
    name: cutTo(longestName, whole),
    first_name: cutTo(longestName, first),
    last_name: cutTo(longestName, last || whole),
  };
}

/**
 * A condition that is true of members, under an alias, whose name the platform has not told: {@link namesOf} has made it up, or
 * staff have typed it.
 */
export function isUnnamed(alias: string): string {
  const isMadeUp = `${alias}.first_name = 'Participant' and ${alias}.last_name = substr(${alias}.id, 33)`;
  return `(${alias}.is_named_here or ${isMadeUp})`;
}

/** How somebody is sorted and searched in a course. */
export function sortedAs({ name, first_name: first, last_name: last }: ReturnType<typeof namesOf>) {
  return {
    name_sort: sortKey(`${last} ${first}`),
    name_folded: cutTo(longestName, fold(name)),
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
  const { user, context } = launch;
  const zone = user && (user.timeZone ?? (await keptZone(store, platformId, user)));
  // A learner's zone may be another one than that of the course.
  const period = context && standing.edit ? periodOf(context, zone) : {};
  return store.write(async (transaction) => {
    const course = context
      ? await keepCourse(store, transaction, platformId, { ...launch, context, period })
      : undefined;
    const member = user && (await keepMembers(transaction, platformId, [user])).get(user.sub);
    if (member && standing.isAdministrator)
      await transaction('seance_lti_member').where({ id: member.id }).update({ administers_until: until });
    if (member && course)
      await keepMemberships(transaction, course.id, [launchedAs(member, standing, until)]);
    return { member: member ?? undefined, course };
  });
}

function launchedAs(member: MemberRow, standing: Standing, until: string): SaidMembership {
  return {
    ...{ member_id: member.id, ...sortedAs(member) },
    ...{ is_trainer: standing.isTrainer, is_learner: standing.isLearner },
    ...{ may_edit: standing.edit, may_enrol: standing.enrol, session_until: until },
  };
}

/** Where somebody is, as their browser has said it once. */
async function keptZone(store: LtiStore, platformId: string, { sub }: LaunchedUser): Promise<string | null> {
  const where = { platform_id: platformId, subject: sub };
  const row = await store.knex<MemberRow>('seance_lti_member').where(where).first('time_zone');
  return row?.time_zone ?? null;
}

async function keepCourse(
  store: LtiStore,
  transaction: Knex.Transaction,
  platformId: string,
  {
    context: { id: contextId, title },
    membershipsUrl,
    lineItemsUrl,
    period,
  }: Pick<Launch, 'membershipsUrl' | 'lineItemsUrl'> & {
    readonly context: LaunchedContext;
    readonly period: Period;
  },
): Promise<CourseRow | undefined> {
  const where = { platform_id: platformId, context_id: contextId };
  const said = {
    name: cutTo(longestName, title),
    ...period,
    memberships_url: membershipsUrl,
    line_items_url: lineItemsUrl,
    launched_at: store.now(),
  };
  // One that was out of use, or had no roster, is in the row of those to be read again.
  const next = transaction.raw("case when roster_next_at = ? then '' else roster_next_at end", [notDue]);
  const rows = () => transaction<CourseRow>('seance_lti_space');
  await rows()
    .insert({ id: uuidv7(), ...where, ...said })
    .onConflict(['platform_id', 'context_id'])
    .merge({ ...said, roster_next_at: next });
  return rows().where(where).first();
}

/**
 * The members of a tenant that a platform names, by their subjects; those that are new are made. What is withheld leaves
 * what is known, and a name that changed is news for the plugin.
 *
 * @param named each subject once, at most 1,000.
 */
export async function keepMembers(
  transaction: Knex.Transaction,
  platformId: string,
  named: readonly Named[],
): Promise<ReadonlyMap<string, MemberRow>> {
  const known = await membersOf(transaction, platformId, named);
  const kept = new Map<string, MemberRow>();
  for (const person of named) {
    const member = known.get(person.sub);
    if (member) kept.set(person.sub, await changed(transaction, member, person));
  }
  const missing = named.filter(({ sub }) => !known.has(sub));
  for (const member of await addMembers(transaction, platformId, missing)) kept.set(member.subject, member);
  return kept;
}

async function addMembers(
  transaction: Knex.Transaction,
  platformId: string,
  named: readonly Named[],
): Promise<Iterable<MemberRow>> {
  const table = 'seance_lti_member';
  const made = named.map((person) => newMember(platformId, person));
  try {
    await insertRows<MemberRow>(transaction, table, made);
    return made;
  } catch (error) {
    if (faultOf(error) !== 'duplicate') throw error;
  }
  // Somebody else has added some of them at the same time: those are as who came first has written them.
  await replaceRows<MemberRow>(transaction, table, made, ['subject'], ['platform_id', 'subject']);
  return (await membersOf(transaction, platformId, named)).values();
}

async function membersOf(
  transaction: Knex.Transaction,
  platformId: string,
  named: readonly Named[],
): Promise<Map<string, MemberRow>> {
  const subjects = named.map(({ sub }) => sub);
  const rows = await transaction<MemberRow>('seance_lti_member')
    .where({ platform_id: platformId })
    .whereIn('subject', subjects);
  return new Map(rows.map((row) => [row.subject, row]));
}

function newMember(platformId: string, named: Named): MemberRow {
  const id = uuidv7();
  return {
    ...{ id, platform_id: platformId, subject: named.sub, email: '', is_named_here: false },
    ...{ locale: null, time_zone: null, administers_until: null },
    ...namesOf(id, named),
    ...besidesName(named),
  };
}

/** What a platform says of somebody, and nothing of what it withholds. */
function saidOf(id: string, named: Named): Partial<MemberRow> {
  const hasName = Boolean(named.name || named.firstName || named.lastName);
  return { ...(hasName && { ...namesOf(id, named), is_named_here: false }), ...besidesName(named) };
}

function besidesName({ email, locale, timeZone }: Named): Partial<MemberRow> {
  return {
    ...(email && { email: cutTo(longestName, email) }),
    ...(locale && { locale: locale.slice(0, 35) }),
    ...(timeZone && { time_zone: timeZone.slice(0, 64) }),
  };
}

async function changed(transaction: Knex.Transaction, before: MemberRow, named: Named): Promise<MemberRow> {
  const said = saidOf(before.id, named);
  const after = { ...before, ...said };
  const differs = (...columns: readonly (keyof MemberRow)[]): boolean =>
    columns.some((column) => after[column] !== before[column]);
  const isRenamed = differs('name', 'first_name', 'last_name');
  if (!isRenamed && !differs('email', 'locale', 'time_zone')) return before;
  const { id } = before;
  await transaction<MemberRow>('seance_lti_member').where({ id }).update(said);
  if (isRenamed) await renamed(transaction, after);
  return after;
}

/** What follows of another name. */
export async function renamed(transaction: Knex.Transaction, member: MemberRow): Promise<void> {
  await transaction<MembershipRow>('seance_lti_membership')
    .where({ member_id: member.id })
    .update(sortedAs(member));
  await addNews(transaction, null, [member.id]);
}

/** What a launch, or a roster, says of a membership; the same columns of all that are kept together. */
export type SaidMembership = Pick<MembershipRow, 'member_id' | 'is_trainer' | 'is_learner'> &
  Partial<MembershipRow>;

/**
 * Keeps who is in a course, and as what. Who is no learner any more is news for the plugin.
 *
 * @param said at most 1,000.
 * @param walk of the roster that says so; absent for a launch.
 */
export async function keepMemberships(
  transaction: Knex.Transaction,
  spaceId: string,
  said: readonly SaidMembership[],
  walk?: number,
): Promise<void> {
  const memberships = () => transaction<MembershipRow>('seance_lti_membership');
  const ids = said.map(({ member_id: id }) => id);
  const known = await memberships().where({ space_id: spaceId }).whereIn('member_id', ids);
  const before = new Map(known.map((row) => [row.member_id, row]));
  const [same, others]: [string[], SaidMembership[]] = [[], []];
  for (const one of said) {
    const earlier = before.get(one.member_id);
    const is = walk === undefined ? one : asLaunched(one, earlier);
    const row = { space_id: spaceId, ...is, is_active: true, is_leaving: false };
    if (saysNothingNew(row, earlier)) same.push(one.member_id);
    else others.push(walk === undefined ? row : { ...row, roster_walk: walk });
  }
  if (walk !== undefined && same.length > 0)
    await memberships().where({ space_id: spaceId }).whereIn('member_id', same).update({ roster_walk: walk });
  const columns = Object.keys(others[0] ?? {}) as (keyof MembershipRow)[];
  const key = ['space_id', 'member_id'] as const;
  await replaceRows<MembershipRow>(transaction, 'seance_lti_membership', others, columns, key);
  const noLearners = others.filter(
    ({ member_id: id, is_learner: isLearner }) => !isLearner && isActiveLearner(before.get(id)),
  );
  await addNews(
    transaction,
    spaceId,
    noLearners.map(({ member_id: id }) => id),
  );
}

/**
 * Whoever was launched as a trainer is one, whatever the roster says: to that of Moodle, teachers who may not edit the course
 * are learners (`lti_get_ims_role` in its `mod/lti/locallib.php`).
 */
function asLaunched(said: SaidMembership, known: MembershipRow | undefined): SaidMembership {
  return known?.may_enrol ? { ...said, is_trainer: true, is_learner: false } : said;
}

/** Engines answer 0 and 1 for what is false and true. */
function saysNothingNew(said: SaidMembership, known: MembershipRow | undefined): boolean {
  return (
    known !== undefined &&
    Object.entries(said).every(([name, value]) => {
      const before = known[name as keyof MembershipRow];
      return typeof value === 'boolean' ? Boolean(before) === value : before === value;
    })
  );
}

function isActiveLearner(row: MembershipRow | undefined): boolean {
  return Boolean(row?.is_active) && Boolean(row?.is_learner);
}

/** Keeps what the plugin has to be told: of a space, that these are no learners there any more; else, their names. */
export async function addNews(
  transaction: Knex.Transaction,
  spaceId: string | null,
  memberIds: readonly string[],
): Promise<void> {
  const rows = memberIds.map((id): NewsRow => ({ id: uuidv7(), member_id: id, space_id: spaceId }));
  await insertRows<NewsRow>(transaction, 'seance_lti_news', rows);
}
