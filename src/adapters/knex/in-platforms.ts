import type { Knex } from 'knex';

/**
 * Keeps the rows whose space, which `column` names with its table, is of one of the platforms: asked of each row that is
 * left by then, by the key of `seance_space`.
 */
export function inPlatforms<Query extends Knex.QueryBuilder>(
  found: Query,
  column: string,
  platformIds: readonly string[],
): Query {
  const marks = platformIds.map(() => '?').join(', ');
  return found.whereRaw(
    `coalesce((select p.platform_id from seance_space as p where p.space_id = ??), '') in (${marks})`,
    [column, ...platformIds],
  ) as Query;
}
