import type { Knex } from 'knex';
import type { AttendanceEntryRow, AttendanceSlotRow } from '../../src/adapters/knex/attendance-tables.js';
import { insertRows } from '../../src/adapters/knex/many-rows.js';
import type { SeanceRow } from '../../src/adapters/knex/tables.js';
import { noHash } from '../../src/domain/attendance/entry.js';
import { sessionId } from '../support/seance-records.js';

/** Who is in a hundredth of the half-days. */
export const presentId = 'present1';

/** A half-day of each of the first 10,000 séances, closed, with the marks of two people. */
export async function fillWithHalfDays(knex: Knex): Promise<void> {
  const seances = await knex<SeanceRow>('seance')
    .where({ session_id: sessionId })
    .whereNull('deleted_at')
    .orderBy('id')
    .limit(10_000);
  const slots = seances.map((seance): AttendanceSlotRow => ({
    ...{ seance_id: seance.id, slot: 1, space_id: seance.space_id, session_id: seance.session_id },
    ...{ start_local: seance.start_local, end_local: seance.end_local, time_zone: seance.time_zone },
    ...{ starts_at: seance.starts_at, ends_at: seance.ends_at, minutes: 60, roster_at: seance.starts_at },
    ...{ mark_count: 2, closed_at: seance.ends_at, is_signed: false, entry_count: 2, last_hash: noHash },
    ...{ code_letters: null, code_secret: null, check_in_until: null, wrong_step: 0, wrong_codes: 0 },
    stamp: null,
  }));
  await insertRows<AttendanceSlotRow>(knex, 'seance_attendance_slot', slots);
  const entries = slots.flatMap((slot, index) => [
    entryOf(slot, 1, index % 100 === 0 ? presentId : `others${index % 1_000}`),
    entryOf(slot, 2, `some${index % 1_000}`),
  ]);
  await insertRows<AttendanceEntryRow>(knex, 'seance_attendance_entry', entries);
}

function entryOf(slot: AttendanceSlotRow, number: number, userId: string): AttendanceEntryRow {
  return {
    ...{ seance_id: slot.seance_id, slot: slot.slot, number, kind: 'mark', mark: 'present', minutes: null },
    ...{
      user_id: userId,
      user_name: userId,
      by_id: 'trainer1',
      by_name: 'Trainer',
      note: '',
      source: 'staff',
    },
    ...{ at: slot.starts_at, written_at: slot.starts_at, is_clock_wrong: false, is_signed: false },
    ...{ signature: null, device: '', ticket: '', user_salt: noHash, user_commitment: noHash },
    ...{ by_salt: noHash, by_commitment: noHash, hash: noHash },
  };
}
