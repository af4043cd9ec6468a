import type { Knex } from 'knex';

/** Every table that keeps something for longer than a day, and that is no record of migrations. */
const tables = [
  'seance',
  'seance_trainer',
  'seance_group',
  'seance_enrolment',
  'seance_event',
  'seance_comment',
  'seance_location',
  'seance_space',
  'seance_setting',
  'seance_setting_change',
  'seance_closed_day',
  'seance_feed',
  'seance_refresh',
  'seance_attendance_slot',
  'seance_attendance_entry',
  'seance_attendance_stamp',
  'seance_attendance_gone',
] as const;
export type TableName = (typeof tables)[number];

/** What changes by itself, while events are delivered and notices are made of them. */
const ofDelivery = ['due_at', 'derive_at', 'attempts', 'given_up_at', 'claimed_by'];

type Row = Readonly<Record<string, unknown>>;

/** All rows of all tables, in an order that does not depend on the engine. */
export async function contentsOf(knex: Knex): Promise<Readonly<Record<TableName, readonly Row[]>>> {
  const contents: [string, Row[]][] = [];
  for (const table of tables) {
    const rows = ((await knex(table).select('*')) as Row[]).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !ofDelivery.includes(column))),
    );
    contents.push([table, rows.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))]);
  }
  return Object.fromEntries(contents) as Record<TableName, Row[]>;
}
