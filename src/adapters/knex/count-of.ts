import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';

/** How many rows a query finds. Knex leaves open what a count is: both engines here answer a number. */
export async function countOf(found: Knex.QueryBuilder): Promise<number> {
  const [row] = await found.count<{ total: number }[]>({ total: '*' });
  return row?.total ?? 0;
}

/** How many rows a query finds, and the first instant in a column of theirs; null when there is none. */
export async function waitingOf(
  found: Knex.QueryBuilder,
  since: string,
): Promise<{ readonly waiting: number; readonly oldest: Instant | null }> {
  const [row] = await found
    .count({ waiting: '*' })
    .min<{ waiting: number; oldest: Instant | null }[]>({ oldest: since });
  return { waiting: row?.waiting ?? 0, oldest: row?.oldest ?? null };
}
