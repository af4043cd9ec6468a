import type { Knex } from 'knex';

/** Rows of `seance_event`, those of each séance as they happened. */
export function inOrder(events: Knex.QueryBuilder): Knex.QueryBuilder {
  return events.orderBy('sequence');
}
