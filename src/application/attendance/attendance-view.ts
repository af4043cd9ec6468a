import type { AttendanceEntry } from '../../domain/attendance/entry.js';
import type { HalfDayBreak } from '../../domain/attendance/half-days.js';
import type { Mark, MarkSource } from '../../domain/attendance/mark.js';
import type { Presence, SlotState } from '../../domain/attendance/roll.js';
import type { Named } from '../../domain/event/seance-event.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import type { WallTime } from '../../domain/time/wall-time.js';

/** What was said of somebody before something else held. A JSON value, as all of these. */
export interface EarlierMarkView {
  readonly mark: Mark;
  readonly minutes?: number;
  readonly note?: string;
  readonly by: Named | null;
  readonly at: Instant;
  readonly source: MarkSource;
  readonly correction?: true;
}

export interface PresenceView {
  readonly user: Named & { readonly detail?: string };
  readonly mark: Mark | null;
  readonly minutes?: number;
  readonly note?: string;
  readonly by: Named | null;
  readonly at: Instant | null;
  readonly source: MarkSource | null;
  readonly signed: boolean;
  readonly sharedDevice?: true;
  readonly clockWrong?: true;
  readonly correction?: true;
  readonly earlier?: readonly EarlierMarkView[];
}

export interface SlotView {
  readonly id: number;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly timeZone: TimeZone;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly opensAt: Instant;
  readonly minutes: number;
  readonly state: SlotState;
  readonly checkIn: { readonly until: Instant } | null;
  readonly closed: { readonly by: Named; readonly at: Instant; readonly signed: boolean } | null;
  readonly entries: readonly PresenceView[];
}

export interface AttendanceView {
  readonly mode: Settings['attendance'];
  readonly break: HalfDayBreak;
  /** Whether a half-day has a mark: times and break stay as they are. */
  readonly begun: boolean;
  readonly slots: readonly SlotView[];
}

/** Somebody of whom nothing is marked. */
export function unmarkedView(user: PresenceView['user']): PresenceView {
  return { user, mark: null, by: null, at: null, source: null, signed: false };
}

/** @param isForStaff whether what held before is told too, and what is odd. */
export function presenceView(
  user: PresenceView['user'],
  { current, earlier, signed }: Presence,
  isShared: boolean,
  isForStaff: boolean,
): PresenceView {
  if (!current?.mark) return unmarkedView(user);
  return {
    user,
    ...markFields(current),
    at: current.at,
    signed: signed !== null,
    ...(isForStaff && isShared && { sharedDevice: true }),
    ...(isForStaff && current.isClockWrong && { clockWrong: true }),
    ...(isForStaff && earlier.length > 0 && { earlier: earlier.flatMap(earlierView) }),
  };
}

function earlierView(entry: AttendanceEntry): readonly EarlierMarkView[] {
  return entry.mark ? [{ ...markFields(entry), mark: entry.mark, at: entry.at }] : [];
}

function markFields({ kind, mark, minutes, note, by, source }: AttendanceEntry) {
  return {
    mark,
    ...(minutes !== null && { minutes }),
    ...(note !== '' && { note }),
    by: by.id === '' ? null : by,
    source,
    ...(kind === 'correction' && { correction: true as const }),
  };
}
