import type { Knex } from 'knex';
import { engineOf } from '../../src/adapters/knex/dialect.js';
import type { Statement } from '../support/statements.js';

/** What is wrong with a plan; empty when it is good. */
export interface PlanFaults {
  /** Tables that are read from end to end, by rows or by an index. */
  readonly scans: readonly string[];
  /** Sorts of more than the rows of the page. */
  readonly sorts: readonly string[];
}

/** From one key to the end of a table, or of what is not deleted in it, is a way through all of it too. */
const throughKey =
  /^SEARCH (\w+) USING .*((PRIMARY KEY|autoindex_\w+_1) \((rowid|id|sequence)>\?\)|\(deleted_at=\? AND id>\?\))/;
const mostRows = 20_000;

/** Tables whose rows are read one by one would grow with the platform; a page that was found before is small. */
const growing = /^(m|s|t|seance.*)$/;
const small = /^(g|l)$/;

export async function planFaults(knex: Knex, statement: Statement): Promise<PlanFaults> {
  return engineOf(knex) === 'sqlite' ? sqliteFaults(knex, statement) : mysqlFaults(knex, statement);
}

interface SqliteStep {
  id: number;
  parent: number;
  detail: string;
}

async function sqliteFaults(knex: Knex, { sql, bindings }: Statement): Promise<PlanFaults> {
  const steps = (await knex.raw(`explain query plan ${sql}`, bindings as Knex.RawBinding[])) as SqliteStep[];
  const ofPage = new Set(
    steps.filter(({ detail }) => /^(CO-ROUTINE|MATERIALIZE) p$/.test(detail)).map(({ id }) => id),
  );
  const scans = steps.filter(({ detail }) => {
    const table = (/^SCAN (\w+)/.exec(detail) ?? throughKey.exec(detail))?.[1] ?? '';
    return growing.test(table) || small.test(table);
  });
  const sorts = steps.filter(({ detail, parent }) => {
    if (!/USE TEMP B-TREE FOR .*ORDER BY/.test(detail)) return false;
    return ofPage.size === 0 || ofPage.has(parent);
  });
  return { scans: scans.map(({ detail }) => detail), sorts: sorts.map(({ detail }) => detail) };
}

interface MysqlStep {
  id: number;
  select_type: string;
  table: string | null;
  type: string | null;
  key: string | null;
  rows: number;
  Extra: string | null;
}

async function mysqlFaults(knex: Knex, { sql, bindings }: Statement): Promise<PlanFaults> {
  const [steps] = (await knex.raw(`explain ${sql}`, bindings as Knex.RawBinding[])) as [MysqlStep[]];
  const written = (step: MysqlStep) => JSON.stringify(step);
  const scans = steps.filter(
    ({ table, type, key, rows }) =>
      (type === 'ALL' || type === 'index' || (key === 'PRIMARY' && rows > mostRows)) &&
      (growing.test(table ?? '') || small.test(table ?? '')),
  );
  const pages = steps.some(({ select_type: kind }) => kind === 'DERIVED');
  const sorts = steps.filter(
    ({ select_type: kind, Extra: extra }) =>
      (extra ?? '').includes('filesort') && (kind === 'DERIVED' || !pages),
  );
  return { scans: scans.map(written), sorts: sorts.map(written) };
}
