import type { Knex } from 'knex';
import { countOf } from '../adapters/knex/count-of.js';
import { searchTerms } from '../domain/text/fold.js';
import type {
  Actor,
  Contact,
  Contacts,
  Directory,
  Identity,
  LearnerSearch,
  PageOf,
  Permissions,
  Person,
  PersonSearch,
} from '../index.js';
import { periodIn } from './period.js';
import type { Session, Sessions } from './sessions.js';
import type { LtiStore } from './store.js';
import type { CourseRow, MemberRow, MembershipRow } from './tables.js';

/** What somebody is who was launched without a name. */
const anonymous = 'anonymous.';

/** The id of a session's actor; of nobody, it names the course. */
export function actorIdOf({ memberId, spaceId, platformId }: Session): string {
  return memberId ?? `${anonymous}${spaceId ?? platformId}`;
}

export function ltiIdentity(sessions: Sessions): Identity {
  return {
    async identify({ headers }): Promise<Actor | null> {
      const session = await sessions.of(headers.get('authorization'));
      if (!session) return null;
      const { name, locale, timeZone, platformId } = session;
      return { id: actorIdOf(session), name, locale, timeZone, platformId };
    },
  };
}

export function ltiPermissions(store: LtiStore): Permissions {
  const nothing = { open: false, edit: false, enrol: false };
  return {
    async inSpace({ id }, spaceId) {
      if (id === `${anonymous}${spaceId}`) return { ...nothing, open: true };
      const row = await store
        .knex<MembershipRow>('seance_lti_membership')
        .where({ space_id: spaceId, member_id: id, is_active: true })
        .first();
      if (!row) return nothing;
      const isLaunched = row.session_until !== null && row.session_until > store.now();
      return {
        open: true,
        edit: isLaunched && Boolean(row.may_edit),
        enrol: isLaunched && Boolean(row.may_enrol),
      };
    },
    async mayAdminister({ id }) {
      const row = await store.knex<MemberRow>('seance_lti_member').where({ id }).first();
      return (row?.administers_until ?? '') > store.now();
    },
  };
}

/**
 * Spaces are courses, and each has one session, of the same id. Until its roster was read once, a course has the people who
 * were launched.
 */
export function ltiDirectory(store: LtiStore): Directory {
  const courses = () => store.knex<CourseRow>('seance_lti_space');
  const among = async (spaceId: string, ids: readonly string[], role: Role): Promise<readonly Person[]> =>
    ids.length === 0
      ? []
      : (
          await members(store.knex, spaceId, role)
            .whereIn('m.id', [...ids])
            .select<MemberRow[]>('m.*')
        ).map(personOf);
  return {
    async space(spaceId) {
      const row = await courses().where({ id: spaceId }).first();
      if (!row) return undefined;
      const listsEverybody = row.memberships_url !== null && row.roster_read_at !== null;
      return { id: row.id, name: row.name, platformId: row.platform_id, listsEverybody };
    },
    async sessionsOf(spaceId) {
      const rows = await courses().where({ id: spaceId });
      return rows.map((row) => ({ id: row.id, name: row.name, ...periodIn(row), timeZone: null }));
    },
    trainers: (sessionId, search) => page(store.knex, sessionId, 'is_trainer', search),
    trainersAmong: (sessionId, ids) => among(sessionId, ids, 'is_trainer'),
    learners: (sessionId, search) => learners(store.knex, sessionId, search),
    learnersAmong: (sessionId, ids) => among(sessionId, ids, 'is_learner'),
    learnerCount: (sessionId) => countOf(members(store.knex, sessionId, 'is_learner')),
    groups: () => Promise.resolve({ items: [], total: 0 }),
    isTrainingManager: () => Promise.resolve(false),
    async learnsIn(userId) {
      const rows = await store
        .knex<MembershipRow>('seance_lti_membership')
        .where({ member_id: userId, is_learner: true, is_active: true })
        .orderBy('space_id');
      return rows.map(({ space_id: id }) => ({ spaceId: id, sessionId: id }));
    },
  };
}

/** Who has no address has withheld it. */
export function ltiContacts(store: LtiStore): Contacts {
  return {
    async of(userIds) {
      if (userIds.length === 0) return [];
      const rows = await store.knex<MemberRow>('seance_lti_member').whereIn('id', [...userIds]);
      return rows.map(contactOf);
    },
  };
}

function contactOf({ id, email, locale, time_zone: timeZone }: MemberRow): Contact {
  return {
    userId: id,
    ...(email && { address: email }),
    ...(locale && { locale }),
    ...(timeZone && { timeZone }),
  };
}

type Role = 'is_trainer' | 'is_learner';

/** There are no groups in LTI. */
async function learners(knex: Knex, sessionId: string, search: LearnerSearch): Promise<PageOf<Person>> {
  if (search.groupId !== undefined) return { items: [], total: 0 };
  return page(knex, sessionId, 'is_learner', search);
}

async function page(
  knex: Knex,
  sessionId: string,
  role: Role,
  { page: number, size, q }: PersonSearch,
): Promise<PageOf<Person>> {
  const terms = searchTerms(q ?? '');
  const found = () =>
    terms.reduce(
      (query, term) => query.whereRaw('instr(s.name_folded, ?) > 0', [term]),
      members(knex, sessionId, role),
    );
  const items = await found()
    .select<MemberRow[]>('m.*')
    .orderBy(['s.name_sort', 's.member_id'])
    .limit(size)
    .offset((number - 1) * size);
  return { items: items.map(personOf), total: await countOf(found()) };
}

function members(knex: Knex, spaceId: string, role: Role): Knex.QueryBuilder {
  return knex('seance_lti_membership as s')
    .join('seance_lti_member as m', 'm.id', 's.member_id')
    .where({ 's.space_id': spaceId, [`s.${role}`]: true, 's.is_active': true });
}

function personOf({ id, name, first_name: firstName, last_name: lastName }: MemberRow): Person {
  return { id, name, firstName, lastName };
}
