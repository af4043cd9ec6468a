import { existsSync } from 'node:fs';
import type { Knex } from 'knex';
import { engineOf, rawRows } from './dialect.js';
import { withoutStatement } from './faults.js';
import type { SeanceRow, SettingRow } from './tables.js';

/** Looks at a database as an administrator would. Nothing is written. */

/** The file of an embedded database when there is none of that name: SQLite would make it. */
export function missingFile(knex: Knex): string | undefined {
  if (engineOf(knex) !== 'sqlite') return undefined;
  const { filename } = (knex.client as { connectionSettings: { filename: string } }).connectionSettings;
  return existsSync(filename) ? undefined : filename;
}

/** By how many seconds the database's clock is ahead of `now` (milliseconds since 1970); 0 for a file, which has none. */
export async function clockLead(knex: Knex, now: () => number): Promise<number> {
  if (engineOf(knex) === 'sqlite') return 0;
  const asked = now();
  const [row] = await rawRows<[{ seconds: number }]>(knex, 'select unix_timestamp() as seconds');
  return row.seconds - Math.floor((asked + now()) / 2_000);
}

/** Why nothing can be written, in the database's own words; undefined when it can. */
export async function writeObstacle(knex: Knex): Promise<string | undefined> {
  try {
    await knex<SettingRow>('seance_setting').whereRaw('1 = 0').update({ value: '' });
    return undefined;
  } catch (error) {
    return withoutStatement(error as Error);
  }
}

/** How the database treats the plugin's tables otherwise than the migrations made them, each in a few words. */
export async function tableFaults(knex: Knex): Promise<readonly string[]> {
  if (engineOf(knex) === 'sqlite') return [];
  const tables = await rawRows<{ name: string; engine: string }[]>(
    knex,
    `select table_name as name, engine from information_schema.tables
     where table_schema = database() and (table_name = 'seance' or table_name like 'seance\\_%') and engine <> 'InnoDB'`,
  );
  const columns = await rawRows<{ name: string; part: string; collation: string }[]>(
    knex,
    `select table_name as name, column_name as part, collation_name as collation
     from information_schema.columns
     where table_schema = database() and (table_name = 'seance' or table_name like 'seance\\_%')
       and collation_name <> 'utf8mb4_bin'`,
  );
  return [
    ...tables.map(({ name, engine }) => `the table ${name} is of the engine ${engine}, not InnoDB`),
    ...columns.map(
      ({ name, part, collation }) => `${name}.${part} compares by ${collation}, not utf8mb4_bin`,
    ),
  ];
}

/** Whether a text that is too long for its column is refused, and not cut off. */
export async function isStrict(knex: Knex): Promise<boolean> {
  if (engineOf(knex) === 'sqlite') return true;
  const [row] = await rawRows<[{ mode: string }]>(knex, 'select @@session.sql_mode as mode');
  return /STRICT_(TRANS|ALL)_TABLES/.test(row.mode);
}

/** The settings of every platform as they are stored, whatever is in them. */
export async function storedSettings(knex: Knex): Promise<readonly Readonly<SettingRow>[]> {
  return knex<SettingRow>('seance_setting')
    .select('platform_id', 'name', 'value')
    .orderBy(['platform_id', 'name']);
}

/** The time zones of all séances. */
export async function zonesInUse(knex: Knex): Promise<readonly string[]> {
  return knex<SeanceRow>('seance').distinct('time_zone').orderBy('time_zone').pluck('time_zone');
}
