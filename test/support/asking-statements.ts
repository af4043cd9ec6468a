import type { Knex } from 'knex';
import type { WatchedStatement } from './watched-transactions.js';

/** A statement of a transaction on MySQL that asks for locks. */
export interface AskingStatement {
  /** Its place in the transaction, whose `BEGIN` is 0. */
  readonly index: number;
  readonly sql: string;
  /** Whether it asks for something that its transaction does not hold yet. */
  readonly asksMore: boolean;
}

const tableOf = /^(?:insert(?: ignore)? into|delete from|update|select .*? from) `(\w+)`/;

/**
 * Those of the statements of a transaction that ask for locks: a read that locks nothing waits for nobody. Nor does who
 * locks or changes rows again that the transaction holds, as long as what is changed is in no index: a row that moves in
 * an index asks for the gap that it moves to.
 */
export async function askingStatements(
  knex: Knex,
  statements: readonly WatchedStatement[],
): Promise<readonly AskingStatement[]> {
  const indexed = await indexedColumns(knex);
  const held = new Set<string>();
  return statements.flatMap((statement, index) => {
    const { sql } = statement;
    const table = tableOf.exec(sql)?.[1];
    if (table === undefined || (sql.startsWith('select') && !sql.endsWith('for update'))) return [];
    const isFirst = !held.has(table);
    held.add(table);
    const moves = changedBy(statement).some((column) => indexed.has(`${table}.${column}`));
    return [{ index, sql, asksMore: isFirst || moves || /^(insert|delete)/.test(sql) }];
  });
}

/** The columns that an update sets, but for those that it adds nothing to. */
function changedBy({ sql, values }: WatchedStatement): readonly string[] {
  const set = /^update `\w+` set (.*) where /.exec(sql)?.[1] ?? '';
  const assignments = [...set.matchAll(/`(\w+)` = (`\w+` \+ )?\?/g)];
  return assignments.flatMap(([, column = '', sum], index) => (sum && values[index] === 0 ? [] : [column]));
}

async function indexedColumns(knex: Knex): Promise<ReadonlySet<string>> {
  const columns = (await knex('information_schema.statistics')
    .whereRaw('table_schema = database()')
    .select({ of: 'table_name', name: 'column_name' })) as { of: string; name: string }[];
  return new Set(columns.map(({ of, name }) => `${of}.${name}`));
}
