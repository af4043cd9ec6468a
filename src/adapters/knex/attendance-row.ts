import type { SealedEntry } from '../../domain/attendance/entry.js';
import type { Slot } from '../../domain/attendance/roll.js';
import type { SlotCheckIn } from '../../ports/attendance-repository.js';
import type { AttendanceEntryRow, AttendanceSlotRow } from './attendance-tables.js';

type CheckInColumns = Pick<
  AttendanceSlotRow,
  'code_letters' | 'code_secret' | 'check_in_until' | 'wrong_step' | 'wrong_codes'
>;

export function slotFromRow(row: AttendanceSlotRow): Slot {
  return {
    seanceId: row.seance_id,
    number: row.slot,
    spaceId: row.space_id,
    sessionId: row.session_id,
    start: row.start_local,
    end: row.end_local,
    timeZone: row.time_zone,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    minutes: row.minutes,
    rosterAt: row.roster_at,
    markCount: row.mark_count,
    closedAt: row.closed_at,
    isSigned: Boolean(row.is_signed),
    entryCount: row.entry_count,
    lastHash: row.last_hash,
  };
}

export function rowFromSlot(slot: Slot): Omit<AttendanceSlotRow, keyof CheckInColumns | 'stamp'> {
  return {
    seance_id: slot.seanceId,
    slot: slot.number,
    space_id: slot.spaceId,
    session_id: slot.sessionId,
    start_local: slot.start,
    end_local: slot.end,
    time_zone: slot.timeZone,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
    minutes: slot.minutes,
    roster_at: slot.rosterAt,
    mark_count: slot.markCount,
    closed_at: slot.closedAt,
    is_signed: slot.isSigned,
    entry_count: slot.entryCount,
    last_hash: slot.lastHash,
  };
}

export function checkInFromRow(row: CheckInColumns): SlotCheckIn {
  return {
    letters: row.code_letters,
    secret: row.code_secret,
    until: row.check_in_until,
    wrongStep: row.wrong_step,
    wrongCodes: row.wrong_codes,
  };
}

export function rowFromCheckIn(checkIn: SlotCheckIn): CheckInColumns {
  return {
    code_letters: checkIn.letters,
    code_secret: checkIn.secret,
    check_in_until: checkIn.until,
    wrong_step: checkIn.wrongStep,
    wrong_codes: checkIn.wrongCodes,
  };
}

export function entryFromRow(row: AttendanceEntryRow): SealedEntry {
  return {
    seanceId: row.seance_id,
    slot: row.slot,
    number: row.number,
    kind: row.kind,
    user: { id: row.user_id, name: row.user_name },
    by: { id: row.by_id, name: row.by_name },
    mark: row.mark,
    minutes: row.minutes,
    note: row.note,
    source: row.source,
    at: row.at,
    writtenAt: row.written_at,
    isClockWrong: Boolean(row.is_clock_wrong),
    isSigned: Boolean(row.is_signed),
    signature: row.signature ?? null,
    device: row.device,
    ticket: row.ticket,
    userSalt: row.user_salt,
    userCommitment: row.user_commitment,
    bySalt: row.by_salt,
    byCommitment: row.by_commitment,
    hash: row.hash,
  };
}

export function rowFromEntry(entry: SealedEntry): AttendanceEntryRow {
  return {
    seance_id: entry.seanceId,
    slot: entry.slot,
    number: entry.number,
    kind: entry.kind,
    user_id: entry.user.id,
    user_name: entry.user.name,
    by_id: entry.by.id,
    by_name: entry.by.name,
    mark: entry.mark,
    minutes: entry.minutes,
    note: entry.note,
    source: entry.source,
    at: entry.at,
    written_at: entry.writtenAt,
    is_clock_wrong: entry.isClockWrong,
    is_signed: entry.isSigned,
    signature: entry.signature,
    device: entry.device,
    ticket: entry.ticket,
    user_salt: entry.userSalt,
    user_commitment: entry.userCommitment,
    by_salt: entry.bySalt,
    by_commitment: entry.byCommitment,
    hash: entry.hash,
  };
}

/** The columns of an entry. */
export const entryColumns: readonly (keyof AttendanceEntryRow)[] = [
  ...(['seance_id', 'slot', 'number', 'kind', 'user_id', 'user_name', 'by_id', 'by_name'] as const),
  ...(['mark', 'minutes', 'note', 'source', 'at', 'written_at', 'is_clock_wrong', 'is_signed'] as const),
  ...(['signature', 'device', 'ticket', 'user_salt', 'user_commitment'] as const),
  ...(['by_salt', 'by_commitment', 'hash'] as const),
];
