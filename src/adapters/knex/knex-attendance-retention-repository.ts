import type { Knex } from 'knex';
import { forgetIn } from '../../domain/attendance/entry.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { SlotKey } from '../../ports/attendance-repository.js';
import type {
  AttendanceRetentionRepository,
  NamingSlot,
} from '../../ports/attendance-retention-repository.js';
import { entryFromRow, rowFromEntry } from './attendance-row.js';
import type { AttendanceEntryRow, AttendanceGoneRow, AttendanceSlotRow } from './attendance-tables.js';
import { chunks, replaceRows } from './many-rows.js';

interface NamingRow extends Pick<AttendanceSlotRow, 'seance_id' | 'slot' | 'closed_at' | 'is_signed'> {
  readonly platform_id: string | null;
}

const keysPerStatement = 300;
const keyOfEntry = ['seance_id', 'slot', 'number'] as const;
/** What an entry says of people. */
const ofPeople = [
  ...(['user_id', 'user_name', 'user_salt', 'note', 'signature', 'device', 'ticket'] as const),
  ...(['by_id', 'by_name', 'by_salt'] as const),
];

export class KnexAttendanceRetentionRepository implements AttendanceRetentionRepository {
  constructor(private readonly knex: Knex) {}

  async signedAmong(seanceIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
    const found = new Map<string, Instant>();
    for (const ids of chunks(seanceIds)) {
      const rows = await this.knex<AttendanceSlotRow>('seance_attendance_slot')
        .whereIn('seance_id', ids)
        .where({ is_signed: true })
        .whereNotNull('closed_at')
        .groupBy('seance_id')
        .select({ id: 'seance_id' })
        .max<{ id: string; at: Instant }[]>({ at: 'closed_at' });
      for (const { id, at } of rows) found.set(id, at);
    }
    return found;
  }

  async rememberGone(userId: string, at: Instant): Promise<void> {
    await this.goneRows().insert({ user_id: userId, gone_at: at }).onConflict('user_id').ignore();
  }

  async gone(afterId: string, limit: number): Promise<readonly string[]> {
    return this.goneRows().where('user_id', '>', afterId).orderBy('user_id').limit(limit).pluck('user_id');
  }

  async naming(userId: string): Promise<readonly NamingSlot[]> {
    const named = (column: 'user_id' | 'by_id') =>
      this.entryRows().where(column, userId).distinct('seance_id', 'slot');
    const rows = await this.knex
      .from(
        named('user_id')
          .union([named('by_id')])
          .as('e'),
      )
      .leftJoin('seance_attendance_slot as t', (on) => {
        on.on('t.seance_id', 'e.seance_id').andOn('t.slot', 'e.slot');
      })
      .leftJoin('seance_space as p', 'p.space_id', 't.space_id')
      .orderBy(['e.seance_id', 'e.slot'])
      .select<NamingRow[]>('e.seance_id', 'e.slot', 't.closed_at', 't.is_signed', 'p.platform_id');
    return rows.map((row) => ({
      ...{ seanceId: row.seance_id, slot: row.slot, closedAt: row.closed_at },
      ...{ isSigned: Boolean(row.is_signed), platformId: row.platform_id ?? '' },
    }));
  }

  async forgetIn(keys: readonly SlotKey[], userId: string): Promise<void> {
    for (const some of chunks(keys, keysPerStatement)) {
      const rows = await this.entryRows()
        .whereIn(
          ['seance_id', 'slot'],
          some.map(({ seanceId, slot }) => [seanceId, slot]),
        )
        .where((named) => {
          void named.where({ user_id: userId }).orWhere({ by_id: userId });
        });
      const forgotten = rows.map((row) => rowFromEntry(forgetIn(entryFromRow(row), userId)));
      await replaceRows(this.knex, 'seance_attendance_entry', forgotten, ofPeople, keyOfEntry);
    }
  }

  async forgetGone(userId: string): Promise<void> {
    await this.goneRows().where({ user_id: userId }).delete();
  }

  private entryRows() {
    return this.knex<AttendanceEntryRow>('seance_attendance_entry');
  }

  private goneRows() {
    return this.knex<AttendanceGoneRow>('seance_attendance_gone');
  }
}
