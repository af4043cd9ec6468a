import type { Knex } from 'knex';
import type { PersonalDataPart } from '../../src/index.js';
import { commentRows, rowsOf } from '../schema/first-rows.js';
import { enrolmentRows, eventRows } from '../schema/later-rows.js';
import { nextId } from './seance-records.js';

export type Row = Readonly<Record<string, unknown>>;

/** Somebody of whom there are rows. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** Whom JSON names beside the one whom a row is about. */
export const bystander: Somebody = { id: 'bystander', name: 'Bystander Beside' };

/** A séance that stands for those that rows are about. */
export const seanceOfRows = rowsOf()['seance']?.[0] as Row & { readonly id: string };

/** Of tables in which not every text will do, a row that does. */
const valid: Readonly<Record<string, object | undefined>> = {
  seance: seanceOfRows,
  seance_enrolment: enrolmentRows()[0],
  seance_event: eventRows()[0],
  seance_comment: commentRows()[0],
  seance_trainer: { seance_id: seanceOfRows.id },
};

let serial = 0;

/** Writes a row that is about somebody as `part` says it, with something in every column that it names. */
export async function insertRowAbout(knex: Knex, part: PersonalDataPart, somebody: Somebody): Promise<Row> {
  const { table, person, names, columns, withheld = [], json = [], where = {}, copies = [] } = part;
  serial += 1;
  const listed = new Set([...columns, ...withheld, ...names, person]);
  const made: Record<string, unknown> = { ...valid[table] };
  for (const [column, info] of Object.entries(await knex(table).columnInfo())) {
    const isKey = ['id', 'sequence'].includes(column);
    const wanted = listed.has(column) || (!info.nullable && info.defaultValue === null);
    if (isKey || (wanted && (made[column] ?? null) === null)) made[column] = valueOf(column, info);
  }
  for (const column of json) made[column] = JSON.stringify({ serial });
  // What is handed out to nobody is no name that others have too.
  for (const column of names) if (!withheld.includes(column)) made[column] = somebody.name;
  made[person] = json.includes(person) ? JSON.stringify(naming(somebody)) : somebody.id;
  const row = { ...made, ...where };
  await knex(table).insert(row);
  for (const copy of copies) await copyTo(knex, copy, somebody);
  return row;
}

function valueOf(column: string, { type, maxLength }: Knex.ColumnInfo): string | number {
  if (column === 'id') return nextId();
  if (/tinyint|bool/.test(type)) return 1;
  if (type.includes('int')) return serial;
  return `${column} ${serial}`.slice(0, maxLength || 255);
}

/** What names somebody beside another, in each of the forms that are stored. */
function naming({ id, name }: Somebody): object {
  return {
    changed: ['trainers'],
    actors: [bystander.id, id],
    created: { trainers: [bystander.id, id] },
    before: { trainers: [bystander] },
    after: { trainers: [{ id, name }, bystander] },
    outcomes: [bystander.id, id].map((userId) => ({ userId, outcome: 'enrolled' })),
  };
}

async function copyTo(knex: Knex, copy: string, { name }: Somebody): Promise<void> {
  const [table = '', column = ''] = copy.split('.');
  await knex(table)
    .where({ id: seanceOfRows.id })
    .update({ [column]: name.toLowerCase() });
}

/** Names of tables of the plugin, those of migrations left out. */
export const isPluginTable = (name: string): boolean => /^seance(_|$)/.test(name);
