import type { Knex } from 'knex';
import type { SealedEntry } from '../../domain/attendance/entry.js';
import type { HalfDayBreak } from '../../domain/attendance/half-days.js';
import type { Slot } from '../../domain/attendance/roll.js';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  AttendanceRepository,
  BegunSlot,
  CheckInSlot,
  OwnSlot,
  SlotCheckIn,
  SlotKey,
  SlotSearch,
} from '../../ports/attendance-repository.js';
import { LostRace } from '../../ports/unit-of-work.js';
import {
  checkInFromRow,
  entryColumns,
  entryFromRow,
  rowFromCheckIn,
  rowFromEntry,
  rowFromSlot,
  slotFromRow,
} from './attendance-row.js';
import type { AttendanceEntryRow, AttendanceSlotRow } from './attendance-tables.js';
import { faultOf } from './faults.js';
import { chunks, insertRows } from './many-rows.js';
import type { SeanceRow } from './tables.js';

const inOrder = ['seance_id', 'slot', 'number'];
/** All of an entry but what was drawn, which may be long. */
const undrawn = entryColumns.filter((column) => column !== 'signature');

export class KnexAttendanceRepository implements AttendanceRepository {
  constructor(private readonly knex: Knex) {}

  async breakOf(seanceId: string): Promise<HalfDayBreak | null> {
    const [row] = await this.seances().where({ id: seanceId }).select('break_start', 'break_end');
    return row?.break_start && row.break_end ? { start: row.break_start, end: row.break_end } : null;
  }

  async setBreak(seanceId: string, pause: HalfDayBreak | null): Promise<void> {
    await this.seances()
      .where({ id: seanceId })
      .update({ break_start: pause?.start ?? null, break_end: pause?.end ?? null });
  }

  async slots(seanceId: string): Promise<readonly CheckInSlot[]> {
    return checkInSlots(await this.slotRows().where({ seance_id: seanceId }).orderBy('slot'));
  }

  async lockSlots(seanceId: string): Promise<readonly CheckInSlot[]> {
    return checkInSlots(await this.slotRows().where({ seance_id: seanceId }).orderBy('slot').forUpdate());
  }

  async byLetters(letters: string): Promise<CheckInSlot | undefined> {
    const [found] = checkInSlots(await this.slotRows().where({ code_letters: letters }));
    return found;
  }

  async lockSlot({ seanceId, slot }: SlotKey): Promise<CheckInSlot | undefined> {
    const [found] = checkInSlots(await this.slotRows().where({ seance_id: seanceId, slot }).forUpdate());
    return found;
  }

  async hasLetters(letters: string): Promise<boolean> {
    return (await this.slotRows().where({ code_letters: letters }).first('slot')) !== undefined;
  }

  async insertSlots(slots: readonly Slot[]): Promise<void> {
    await insertRows(this.knex, 'seance_attendance_slot', slots.map(rowFromSlot));
    // Who moves the séance meanwhile on another node of a cluster writes its row too: one of the two begins again.
    for (const id of new Set(slots.map(({ seanceId }) => seanceId)))
      await this.seances().where({ id }).increment('touches', 1);
  }

  async removeSlots(seanceIds: readonly string[]): Promise<void> {
    for (const ids of chunks(seanceIds)) {
      await this.entryRows().whereIn('seance_id', ids).delete();
      await this.slotRows().whereIn('seance_id', ids).delete();
    }
  }

  async begunAmong(seanceIds: readonly string[]) {
    const [cut, marked, closed] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const ids of chunks(seanceIds)) {
      const rows = await this.slotRows()
        .whereIn('seance_id', ids)
        .select('seance_id', 'mark_count', 'closed_at');
      for (const { seance_id: id, mark_count: marks, closed_at: closedAt } of rows) {
        cut.add(id);
        if (marks > 0) marked.add(id);
        if (closedAt !== null) closed.add(id);
      }
    }
    return { cut, marked, closed };
  }

  async updateSlot(slot: Slot): Promise<void> {
    const { seance_id, slot: number, ...values } = rowFromSlot(slot);
    // It is in no stamp as it is now.
    await this.slotRows()
      .where({ seance_id, slot: number })
      .update({ ...values, stamp: null });
  }

  async updateCheckIn({ seanceId, slot }: SlotKey, checkIn: SlotCheckIn): Promise<void> {
    try {
      await this.slotRows().where({ seance_id: seanceId, slot }).update(rowFromCheckIn(checkIn));
    } catch (error) {
      // Another half-day has got the same letters since they were drawn.
      throw faultOf(error) === 'duplicate' ? new LostRace() : error;
    }
  }

  async append(entries: readonly SealedEntry[]): Promise<void> {
    await insertRows(this.knex, 'seance_attendance_entry', entries.map(rowFromEntry));
  }

  async entries(seanceId: string, slot?: number): Promise<readonly SealedEntry[]> {
    const found = this.entryRows().where({ seance_id: seanceId, ...(slot !== undefined && { slot }) });
    return (await found.orderBy(inOrder)).map(entryFromRow);
  }

  async entriesAbout(
    { seanceId, slot }: SlotKey,
    userIds: readonly string[],
    tickets: readonly string[],
  ): Promise<readonly SealedEntry[]> {
    const found = new Map<number, SealedEntry>();
    const add = (rows: readonly AttendanceEntryRow[]) => {
      for (const row of rows) found.set(row.number, entryFromRow(row));
    };
    const ofSlot = () => this.entryRows().where({ seance_id: seanceId, slot });
    for (const ids of chunks(userIds)) add(await ofSlot().whereIn('user_id', ids));
    for (const some of chunks(tickets)) add(await ofSlot().whereIn('ticket', some));
    return [...found.values()].sort((one, other) => one.number - other.number);
  }

  async unlisted(after: BegunSlot, now: Instant, limit: number): Promise<readonly BegunSlot[]> {
    const begun = this.seances('s')
      .leftJoin('seance_attendance_slot as t', 't.seance_id', 's.id')
      .whereNull('s.cancelled_at')
      .whereNull('s.deleted_at')
      .whereNull('t.seance_id');
    const later = this.slotRows('t')
      .join('seance as s', 's.id', 't.seance_id')
      .whereNull('s.cancelled_at')
      .whereNull('s.deleted_at')
      .whereNull('t.roster_at');
    const first = async (found: Knex.QueryBuilder, of: 's' | 't'): Promise<readonly BegunSlot[]> =>
      found
        .where(`${of}.starts_at`, '>=', after.startsAt)
        .where(`${of}.starts_at`, '<=', now)
        .where((rest) => {
          void rest.where(`${of}.starts_at`, '>', after.startsAt).orWhere('s.id', '>', after.seanceId);
        })
        .orderBy([`${of}.starts_at`, 's.id'])
        .limit(limit)
        .select({ spaceId: 's.space_id', seanceId: 's.id', startsAt: `${of}.starts_at` });
    const rows = await Promise.all([first(begun, 's'), first(later, 't')]);
    const keyOf = ({ startsAt, seanceId }: BegunSlot) => `${startsAt} ${seanceId}`;
    return rows
      .flat()
      .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
      .slice(0, limit);
  }

  async ofSession(search: SlotSearch, after: Slot | null, limit: number): Promise<readonly Slot[]> {
    const found = this.takingPlace(search).where({ 't.session_id': search.sessionId });
    if (search.spaceId !== undefined) void found.where({ 't.space_id': search.spaceId });
    if (search.isClosed) void found.whereNotNull('t.closed_at');
    if (after) {
      const { start, seanceId, number } = after;
      void found.where('t.start_local', '>=', start).where((later) => {
        void later
          .where('t.start_local', '>', start)
          .orWhere('t.seance_id', '>', seanceId)
          .orWhere((same) => void same.where('t.seance_id', seanceId).where('t.slot', '>', number));
      });
    }
    const rows = await found
      .orderBy(['t.start_local', 't.seance_id', 't.slot'])
      .limit(limit)
      .select<AttendanceSlotRow[]>('t.*');
    return rows.map(slotFromRow);
  }

  async entriesIn(seanceIds: readonly string[], drawn = true): Promise<readonly SealedEntry[]> {
    const found: SealedEntry[] = [];
    for (const ids of chunks(seanceIds)) {
      const rows: AttendanceEntryRow[] = await this.entryRows()
        .whereIn('seance_id', ids)
        .orderBy(inOrder)
        .select(drawn ? '*' : undrawn);
      found.push(...rows.map(entryFromRow));
    }
    return found;
  }

  async ofUser(userId: string, period: Pick<SlotSearch, 'from' | 'to'>): Promise<readonly OwnSlot[]> {
    const theirs = this.entryRows().where({ user_id: userId }).whereNot({ kind: 'close' });
    const rows = await this.takingPlace(period)
      .join(theirs.distinct('seance_id', 'slot').as('e'), (on) => {
        on.on('e.seance_id', 't.seance_id').andOn('e.slot', 't.slot');
      })
      .orderBy([
        { column: 't.starts_at', order: 'desc' },
        { column: 't.seance_id', order: 'desc' },
      ])
      .select<(AttendanceSlotRow & { name: string })[]>('t.*', 's.name');
    return rows.map((row) => ({ slot: slotFromRow(row), seanceName: row.name }));
  }

  async entriesOf(userId: string, seanceIds: readonly string[]): Promise<readonly SealedEntry[]> {
    const found: SealedEntry[] = [];
    for (const ids of chunks(seanceIds)) {
      const rows = await this.entryRows()
        .where({ user_id: userId })
        .whereIn('seance_id', ids)
        .orderBy(inOrder);
      found.push(...rows.map(entryFromRow));
    }
    return found;
  }

  async removeOf(spaceId: string, seanceIds: readonly string[]): Promise<void> {
    for (const ids of chunks(seanceIds)) {
      const theirs = await this.slotRows()
        .where({ space_id: spaceId })
        .whereIn('seance_id', ids)
        .distinct()
        .pluck('seance_id');
      await this.removeSlots(theirs);
    }
  }

  /** Half-days `t` of séances `s` that are neither deleted nor cancelled. */
  private takingPlace({ from, to }: Pick<SlotSearch, 'from' | 'to'>): Knex.QueryBuilder {
    const found = this.slotRows('t')
      .join('seance as s', 's.id', 't.seance_id')
      .whereNull('s.deleted_at')
      .whereNull('s.cancelled_at');
    if (from !== undefined) void found.where('t.start_local', '>=', from);
    // The letter T comes after no digit of a day: whatever hour it is on `to` is before this.
    if (to !== undefined) void found.where('t.start_local', '<', `${to}U`);
    return found;
  }

  private seances(alias?: string) {
    return this.knex<SeanceRow>(alias === undefined ? 'seance' : `seance as ${alias}`);
  }

  private slotRows(alias?: string) {
    const table = 'seance_attendance_slot';
    return this.knex<AttendanceSlotRow>(alias === undefined ? table : `${table} as ${alias}`);
  }

  private entryRows() {
    return this.knex<AttendanceEntryRow>('seance_attendance_entry');
  }
}

function checkInSlots(rows: readonly AttendanceSlotRow[]): readonly CheckInSlot[] {
  return rows.map((row) => ({ slot: slotFromRow(row), checkIn: checkInFromRow(row) }));
}
