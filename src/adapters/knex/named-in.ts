import type { Knex } from 'knex';
import { contains } from './dialect.js';

/** A condition that is true when the JSON in `column` names `userId` under one of `keys`. */
export function namedIn(
  column: string,
  keys: readonly string[],
  userId: string,
): (query: Knex.QueryBuilder) => void {
  return (query) => {
    for (const key of keys)
      void query.orWhereRaw(contains(column), [`${JSON.stringify(key)}:${JSON.stringify(userId)}`]);
  };
}
