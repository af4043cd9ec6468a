import type { EnrolmentMode } from '../seance/seance.js';

export interface TrainingSession {
  readonly id: string;
  readonly name: string;
  /** First and last day, `YYYY-MM-DD`; null when open-ended. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Null for the platform's zone, `settings.defaultTimeZone`. */
  readonly timeZone: string | null;
}

export interface SpacePermissions {
  readonly open: boolean;
  readonly edit: boolean;
  readonly enrol: boolean;
  readonly administer: boolean;
}

/** The settings that the screens depend on; the server tells more. */
export interface Settings {
  readonly defaultEnrolmentMode: EnrolmentMode;
  readonly defaultDurationMinutes: number;
  readonly defaultTimeZone: string;
  /** How long a deleted séance can be restored. */
  readonly retentionDays: number;
  readonly inAgendaByDefault: boolean;
  /** Whether repetitions number their copies unless asked otherwise. */
  readonly numbering: boolean;
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** An activity space as its reader sees it. */
export interface Space {
  readonly id: string;
  readonly name: string;
  readonly sessions: readonly TrainingSession[];
  readonly permissions: SpacePermissions;
  readonly settings: Settings;
  readonly actor: Actor;
}
