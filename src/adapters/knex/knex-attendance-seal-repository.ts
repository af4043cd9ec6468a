import type { Knex } from 'knex';
import type { Slot } from '../../domain/attendance/roll.js';
import type { Stamp, StampedSlot, StampToken } from '../../domain/attendance/stamp.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { SlotKey } from '../../ports/attendance-repository.js';
import type {
  AttendanceSealRepository,
  EntryKey,
  SealedSlot,
  StampBacklog,
} from '../../ports/attendance-seal-repository.js';
import type { Claim } from '../../ports/event-repository.js';
import { LostRace } from '../../ports/unit-of-work.js';
import { slotFromRow } from './attendance-row.js';
import type { AttendanceEntryRow, AttendanceSlotRow, AttendanceStampRow } from './attendance-tables.js';
import { faultOf } from './faults.js';
import { chunks } from './many-rows.js';

/** A key has up to three values, and SQLite nests alternatives no deeper than a thousand. */
const keysPerStatement = 300;

export class KnexAttendanceSealRepository implements AttendanceSealRepository {
  constructor(private readonly knex: Knex) {}

  async slotsToStamp(limit: number): Promise<readonly StampedSlot[]> {
    const rows = await this.toStamp().orderBy(['seance_id', 'slot']).limit(limit);
    return rows.map(slotFromRow).filter(isClosed);
  }

  async lastStamp(): Promise<Stamp | undefined> {
    const row = await this.last();
    return row && stampFrom(row);
  }

  async addStamp(stamp: Stamp, slots: readonly StampedSlot[], { token, until }: Claim): Promise<void> {
    const { number, content, digest, createdAt } = stamp;
    const claim = { claimed_by: token, claimed_until: until };
    try {
      await this.stampRows().insert({ number, content, digest, created_at: createdAt, ...claim, fault: '' });
    } catch (error) {
      throw faultOf(error) === 'duplicate' ? new LostRace() : error;
    }
    for (const { seanceId, number: slot, entryCount } of slots)
      await this.slotRows()
        .where({ seance_id: seanceId, slot, entry_count: entryCount })
        .update({ stamp: number });
  }

  async claimStamp(number: number, { token, until }: Claim, now: Instant): Promise<boolean> {
    const free = this.stampRows().where({ number }).whereNull('token').where('claimed_until', '<=', now);
    return (await free.update({ claimed_by: token, claimed_until: until })) > 0;
  }

  async endStamp(
    number: number,
    { token }: Claim,
    end: StampToken | { readonly fault: string },
  ): Promise<void> {
    const said = 'fault' in end ? { fault: end.fault } : { token: end.der, stamped_at: end.at, fault: '' };
    await this.stampRows()
      .where({ number, claimed_by: token })
      .update({ ...said, claimed_by: null, claimed_until: '' as Instant });
  }

  async stamps(afterNumber: number, limit: number): Promise<readonly Stamp[]> {
    const rows = await this.stampRows().where('number', '>', afterNumber).orderBy('number').limit(limit);
    return rows.map(stampFrom);
  }

  async slots(after: SlotKey | undefined, limit: number): Promise<readonly SealedSlot[]> {
    const found = this.slotRows().orderBy(['seance_id', 'slot']).limit(limit);
    if (after)
      void found.where((behind) => {
        void behind.where('seance_id', '>', after.seanceId).orWhere((same) => {
          void same.where({ seance_id: after.seanceId }).where('slot', '>', after.slot);
        });
      });
    return (await found).map(sealedSlotFrom);
  }

  async slotsAmong(keys: readonly SlotKey[]): Promise<readonly SealedSlot[]> {
    const found: SealedSlot[] = [];
    for (const some of chunks(keys, keysPerStatement)) {
      const values = some.map(({ seanceId, slot }) => [seanceId, slot]);
      const rows = await this.slotRows().whereIn(['seance_id', 'slot'], values);
      found.push(...rows.map(sealedSlotFrom));
    }
    return found;
  }

  async hashes(keys: readonly EntryKey[]): Promise<readonly (EntryKey & { readonly hash: string })[]> {
    const found: (EntryKey & { readonly hash: string })[] = [];
    for (const some of chunks(keys, keysPerStatement)) {
      const values = some.map(({ seanceId, slot, number }) => [seanceId, slot, number]);
      const rows = await this.knex<AttendanceEntryRow>('seance_attendance_entry')
        .whereIn(['seance_id', 'slot', 'number'], values)
        .select('seance_id', 'slot', 'number', 'hash');
      for (const { seance_id: seanceId, slot, number, hash } of rows)
        found.push({ seanceId, slot, number, hash });
    }
    return found;
  }

  async slotless(limit: number): Promise<readonly SlotKey[]> {
    return this.knex<AttendanceEntryRow>('seance_attendance_entry as e')
      .leftJoin('seance_attendance_slot as t', (on) => {
        on.on('t.seance_id', 'e.seance_id').andOn('t.slot', 'e.slot');
      })
      .whereNull('t.seance_id')
      .distinct<SlotKey[]>({ seanceId: 'e.seance_id', slot: 'e.slot' })
      .orderBy(['e.seance_id', 'e.slot'])
      .limit(limit);
  }

  async backlog(): Promise<StampBacklog> {
    const [waiting] = await this.toStamp()
      .count({ count: '*' })
      .min<{ count: number; oldest: Instant | null }[]>({ oldest: 'closed_at' });
    const last = await this.last();
    return {
      waiting: waiting?.count ?? 0,
      oldest: waiting?.oldest ?? null,
      last: last ? stampFrom(last) : null,
      fault: last?.fault ?? '',
    };
  }

  private async last(): Promise<AttendanceStampRow | undefined> {
    return this.stampRows().orderBy('number', 'desc').first();
  }

  private toStamp() {
    return this.slotRows().whereNull('stamp').whereNotNull('closed_at');
  }

  private stampRows() {
    return this.knex<AttendanceStampRow>('seance_attendance_stamp');
  }

  private slotRows() {
    return this.knex<AttendanceSlotRow>('seance_attendance_slot');
  }
}

function isClosed(slot: Slot): slot is Slot & { readonly closedAt: Instant } {
  return slot.closedAt !== null;
}

function sealedSlotFrom(row: AttendanceSlotRow): SealedSlot {
  return { ...slotFromRow(row), stamp: row.stamp };
}

function stampFrom(row: AttendanceStampRow): Stamp {
  const { number, content, digest, created_at: createdAt, token, stamped_at: at } = row;
  return { number, content, digest, createdAt, token: token !== null && at ? { der: token, at } : null };
}
