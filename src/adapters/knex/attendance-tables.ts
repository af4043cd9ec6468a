import type { EntryKind } from '../../domain/attendance/entry.js';
import type { Mark, MarkSource } from '../../domain/attendance/mark.js';
import type { Signature } from '../../domain/attendance/signature.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { WallTime } from '../../domain/time/wall-time.js';

/* As tables.ts, of who was there. */

/** Of `seance_attendance_slot`. */
export interface AttendanceSlotRow {
  seance_id: string;
  slot: number;
  space_id: string;
  session_id: string;
  start_local: WallTime;
  end_local: WallTime;
  time_zone: TimeZone;
  starts_at: Instant;
  ends_at: Instant;
  minutes: number;
  roster_at: Instant | null;
  mark_count: number;
  closed_at: Instant | null;
  is_signed: boolean | 0 | 1;
  entry_count: number;
  last_hash: string;
  code_letters: string | null;
  code_secret: string | null;
  check_in_until: Instant | null;
  wrong_step: number;
  wrong_codes: number;
  stamp: number | null;
}

/** Of `seance_attendance_entry`. */
export interface AttendanceEntryRow {
  seance_id: string;
  slot: number;
  number: number;
  kind: EntryKind;
  user_id: string;
  user_name: string;
  by_id: string;
  by_name: string;
  mark: Mark | null;
  minutes: number | null;
  note: string;
  source: MarkSource;
  at: Instant;
  written_at: Instant;
  is_clock_wrong: boolean | 0 | 1;
  is_signed: boolean | 0 | 1;
  signature: Signature | null;
  device: string;
  ticket: string;
  user_salt: string | null;
  user_commitment: string;
  by_salt: string | null;
  by_commitment: string;
  hash: string;
}

/** Of `seance_attendance_stamp`. */
export interface AttendanceStampRow {
  number: number;
  content: string;
  digest: string;
  created_at: Instant;
  token: string | null;
  stamped_at: Instant | null;
  claimed_by: string | null;
  claimed_until: Instant;
  fault: string;
}

/** Of `seance_attendance_gone`. */
export interface AttendanceGoneRow {
  user_id: string;
  gone_at: Instant;
}
