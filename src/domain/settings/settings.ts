import type { EnrolmentMode } from '../seance/seance-content.js';

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
}

/** Whether who is first in a queue gets a free place without anybody's doing. */
export function queuesMove({
  enrolmentEnabled,
  promotion,
}: Pick<Settings, 'enrolmentEnabled' | 'promotion'>): boolean {
  return enrolmentEnabled && promotion === 'automatic';
}
