import type { Knex } from 'knex';

export interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** What `work` sends to the database, in order. */
export async function statementsOf(knex: Knex, work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const record = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) =>
    statements.push({ sql, bindings: bindings ?? [] });
  knex.on('query', record);
  try {
    await work();
  } finally {
    knex.removeListener('query', record);
  }
  return statements;
}
