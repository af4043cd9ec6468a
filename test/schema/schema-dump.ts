import type { Knex } from 'knex';
import { type Engine, engineOf } from '../../src/adapters/knex/dialect.js';

/** Tables that are dumped together, and the beginning of the file's name. */
export interface DumpedTables {
  readonly file: 'schema' | 'schema.lti';
  readonly names: RegExp;
}

/** Knex's own are left out of both. */
export const pluginTables: DumpedTables = { file: 'schema', names: /^seance(?:_(?!lti_)|$)/ };
export const ltiTables: DumpedTables = { file: 'schema.lti', names: /^seance_lti_/ };

/** Where the dump of an engine is kept, for people to read. */
export function dumpFile(engine: Engine, { file } = pluginTables): URL {
  return new URL(`../../docs/reference/${file}.${engine}.sql`, import.meta.url);
}

/** Tables as readable SQL, the same on every version of an engine. */
export async function schemaDump(knex: Knex, { names } = pluginTables): Promise<string> {
  const tables =
    engineOf(knex) === 'sqlite' ? await sqliteTables(knex, names) : await mysqlTables(knex, names);
  return `${heading}\n\n${tables.join('\n\n')}\n`;
}

const heading = '-- Made by the migrations. Written by UPDATE_SCHEMA=1 npm test, and kept true by it.';

async function sqliteTables(knex: Knex, dumped: RegExp): Promise<string[]> {
  const objects = (await knex('sqlite_master')
    .select('type', 'sql', { table: 'tbl_name' })
    .whereNotNull('sql')
    .orderBy(['tbl_name', { column: 'type', order: 'desc' }, 'name'])) as Record<
    'type' | 'sql' | 'table',
    string
  >[];
  const names = [...new Set(objects.map(({ table }) => table))].filter((name) => dumped.test(name));
  return names.map((name) =>
    objects
      .filter(({ table }) => table === name)
      .map(({ sql }) => `${broken(sql)};`)
      .join('\n'),
  );
}

/** One column to a line, in one case: Knex rewrites a table that it alters. */
function broken(sql: string): string {
  const plain = sql.replaceAll(/[`"]/g, '').toLowerCase();
  const [, head = '', columns = ''] = /^(create table \w+)\s*\((.*)\)$/s.exec(plain) ?? [];
  if (head === '') return plain;
  return `${head} (\n  ${columns.split(/,\s*(?![^(]*\))/).join(',\n  ')}\n)`;
}

interface ColumnRow {
  table: string;
  name: string;
  type: string;
  nullable: 'YES' | 'NO';
  default: string | null;
  collation: string | null;
}

async function mysqlTables(knex: Knex, dumped: RegExp): Promise<string[]> {
  const columns = await rows<ColumnRow>(
    knex,
    `select table_name as "table", column_name as name, column_type as type, is_nullable as nullable,
       column_default as "default", collation_name as collation
     from information_schema.columns where table_schema = database() order by table_name, ordinal_position`,
  );
  const indexes = await rows<{ table: string; name: string; loose: number; columns: string }>(
    knex,
    `select table_name as "table", index_name as name, max(non_unique) as loose,
       group_concat(column_name order by seq_in_index separator ', ') as columns
     from information_schema.statistics where table_schema = database()
     group by table_name, index_name order by table_name, index_name = 'PRIMARY' desc, index_name`,
  );
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => dumped.test(name));
  return names.map((name) => {
    const lines = columns.filter(({ table }) => table === name).map(columnLine);
    const keys = indexes.filter(({ table }) => table === name).map(indexLine);
    return `create table ${name} (\n  ${[...lines, ...keys].join(',\n  ')}\n);`;
  });
}

function columnLine({ name, type, nullable, default: value, collation }: ColumnRow): string {
  // MySQL 8 writes no width of integers; MariaDB writes defaults as SQL, MySQL as bare text.
  const plainType = type.startsWith('tinyint')
    ? type
    : type.replace(/^((?:big|small|medium)?int)\(\d+\)/, '$1');
  const defaultText =
    value === null || value === 'NULL' ? '' : ` default '${value.replace(/^'(.*)'$/, '$1')}'`;
  return `${name} ${plainType}${collation ? ` collate ${collation}` : ''}${nullable === 'NO' ? ' not null' : ''}${defaultText}`;
}

function indexLine({ name, loose, columns }: { name: string; loose: number; columns: string }): string {
  if (name === 'PRIMARY') return `primary key (${columns})`;
  return `${loose === 0 ? 'unique ' : ''}index ${name} (${columns})`;
}

async function rows<Row>(knex: Knex, sql: string): Promise<Row[]> {
  const [found] = (await knex.raw(sql.replaceAll('"', '`'))) as [Row[]];
  return found;
}
