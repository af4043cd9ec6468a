import type { Knex } from 'knex';
import type { BookError } from '../../ports/enrolment-repository.js';
import type { AttendanceSlotRow } from './attendance-tables.js';

interface CountedRow extends Pick<
  AttendanceSlotRow,
  'seance_id' | 'slot' | 'entry_count' | 'mark_count' | 'last_hash'
> {
  readonly entries: number | string;
  readonly marks: number | string;
  readonly highest: number | null;
}

/** Half-days whose counters are not those of their logs, or that end with another entry. Hashes are not computed. */
export async function presenceErrors(knex: Knex, most: number): Promise<readonly BookError[]> {
  const rows = await knex<AttendanceSlotRow>('seance_attendance_slot as t')
    .leftJoin('seance_attendance_entry as e', function () {
      this.on('e.seance_id', 't.seance_id').andOn('e.slot', 't.slot');
    })
    .groupBy('t.seance_id', 't.slot', 't.entry_count', 't.mark_count', 't.last_hash')
    .havingRaw(
      'count(e.number) <> t.entry_count or coalesce(max(e.number), 0) <> t.entry_count or count(e.mark) <> t.mark_count or ' +
        'max(case when e.number = t.entry_count then e.hash end) <> t.last_hash',
    )
    .orderBy(['t.seance_id', 't.slot'])
    .limit(most)
    .select('t.seance_id', 't.slot', 't.entry_count', 't.mark_count')
    .count({ entries: 'e.number', marks: 'e.mark' })
    .max<CountedRow[]>({ highest: 'e.number' });
  return rows.map((row) => ({
    kind: 'presence',
    id: row.seance_id,
    detail:
      `slot ${row.slot} counts ${row.entry_count} entries and ${row.mark_count} marks, has ${Number(row.entries)} and ` +
      `${Number(row.marks)}, the last with the number ${row.highest ?? 0}`,
  }));
}
