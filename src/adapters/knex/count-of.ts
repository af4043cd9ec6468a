import type { Knex } from 'knex';

/** How many rows a query finds. Knex leaves open what a count is: both engines here answer a number. */
export async function countOf(found: Knex.QueryBuilder): Promise<number> {
  const [row] = await found.count<{ total: number }[]>({ total: '*' });
  return row?.total ?? 0;
}
