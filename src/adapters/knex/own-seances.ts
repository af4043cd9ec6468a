import type { Knex } from 'knex';
import type { SpaceSession } from '../../ports/directory.js';
import type { EnrolmentRow, SeanceRow, TrainerRow } from './tables.js';

/*
 * Each way to take part in a séance is asked for by itself: one condition with "or" would have no index to go by.
 */

/** One statement finds what a learner of so many sessions is in, rather than one for each session. */
export const sessionsPerStatement = 200;

/** The automatic séances `s` of some sessions, in those spaces alone. */
export function learntByAll(knex: Knex, sessions: readonly SpaceSession[]): Knex.QueryBuilder {
  const pairs = sessions.map(({ spaceId, sessionId }) => [spaceId, sessionId]);
  return knex<SeanceRow>('seance as s')
    .whereIn(['s.space_id', 's.session_id'], pairs)
    .where('s.enrolment_mode', 'automatic');
}

/** What a user has places and turns in, `e`, with the séances `s`. Few: what one user is enrolled in at all. */
export function enrolmentsOf(knex: Knex, userId: string): Knex.QueryBuilder {
  return knex<EnrolmentRow>('seance_enrolment as e')
    .join('seance as s', 's.id', 'e.seance_id')
    .where('e.user_id', userId);
}

/** What a user teaches, `t`: with the times of the séances, which are kept with an index for each trainer. */
export function taughtBy(knex: Knex, userId: string): Knex.QueryBuilder {
  return knex<TrainerRow>('seance_trainer as t').where('t.user_id', userId);
}
