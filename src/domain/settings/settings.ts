import type { HalfDayBreak } from '../attendance/half-days.js';
import type { EnrolmentMode } from '../seance/seance-content.js';
import type { ClockTime } from '../time/wall-time.js';

/** What administrators set for the whole platform. Meanings, bounds and defaults stand in `plugin.json`. */
export interface Settings {
  readonly enrolmentEnabled: boolean;
  readonly defaultEnrolmentMode: EnrolmentMode;
  readonly defaultDurationMinutes: number;
  readonly defaultTimeZone: string;
  readonly numbering: boolean;
  readonly maxOccurrences: number;
  readonly promotion: 'automatic' | 'staff';
  readonly closingDelayMinutes: number;
  readonly retentionDays: number;
  readonly inAgendaByDefault: boolean;
  /** Whether a trainer or a place that is taken is a warning or a refusal. */
  readonly clashes: 'warn' | 'refuse';
  /** Whether it is written down who was there, and whether people sign for it. */
  readonly attendance: 'off' | 'marks' | 'signed';
  readonly attendanceBreakStart: ClockTime;
  readonly attendanceBreakEnd: ClockTime;
  readonly attendanceRetentionDays: number;
  /** Whether who was absent is told so. */
  readonly attendanceAbsenceNotices: boolean;
  readonly providerName: string;
  readonly providerNumber: string;
  readonly providerLogo: string;
}

/** What parts days into half-days where a séance says nothing else. */
export function halfDayBreakOf(settings: Settings): HalfDayBreak {
  return { start: settings.attendanceBreakStart, end: settings.attendanceBreakEnd };
}

/** Whether who is first in a queue gets a free place without anybody's doing. */
export function queuesMove({
  enrolmentEnabled,
  promotion,
}: Pick<Settings, 'enrolmentEnabled' | 'promotion'>): boolean {
  return enrolmentEnabled && promotion === 'automatic';
}
