import type { Knex } from 'knex';
import { orderOfEvents } from '../../src/adapters/knex/event-row.js';

/** Rows of `seance_event`, those of each séance as they happened. */
export function inOrder(events: Knex.QueryBuilder): Knex.QueryBuilder {
  return events.orderBy([...orderOfEvents]);
}
