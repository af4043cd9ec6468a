import type { EnrolmentMode, Trainer } from '../seance/seance.js';

export const eventTypes = [
  'seance.created',
  'seance.edited',
  'seance.deleted',
  'seance.restored',
  'enrolment.enrolled',
  'enrolment.waiting',
  'enrolment.promoted',
  'enrolment.cancelled',
  'comment.added',
  'comment.edited',
  'comment.deleted',
  'comment.restored',
] as const;
export type EventType = (typeof eventTypes)[number];

/** What an edit can have changed, as the server stores it. */
export interface RecordedFields {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly enrolmentMode: EnrolmentMode;
  readonly capacity: number | null;
  readonly locationId: string | null;
  readonly trainers: readonly Trainer[];
  readonly groupId: string | null;
  readonly inAgenda: boolean;
}
export type RecordedField = keyof RecordedFields;

/** A user as they were called then; both texts are empty when they are forgotten. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Something that happened to a séance. */
export interface HistoryEvent {
  readonly id: string;
  readonly type: EventType;
  /** UTC instant. */
  readonly at: string;
  /** Who did it; null for the platform itself. */
  readonly actor: Named | null;
  /** Whose enrolment it is about; null for everything else. */
  readonly user: Named | null;
  readonly data: {
    /** Names of the fields that an edit changed. */
    readonly changed?: readonly string[];
    /** Values before and after: the short fields of an edit, or the beginning of a comment. */
    readonly before?: Partial<RecordedFields> | string;
    readonly after?: Partial<RecordedFields> | string;
  };
}
