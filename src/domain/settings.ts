import type { EnrolmentMode } from './seance/seance.js';

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
}
