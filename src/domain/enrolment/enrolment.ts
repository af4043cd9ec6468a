import type { Instant } from '../time/schedule.js';

export const enrolmentStatuses = ['enrolled', 'waiting'] as const;
/** A place, or a turn in the queue. */
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

export const enrolmentSources = ['self', 'staff', 'automatic'] as const;
/** Who asked for it; `automatic` for those who were in when the séance stopped being automatic. */
export type EnrolmentSource = (typeof enrolmentSources)[number];

/** Somebody who can be enrolled, with the names that the host gave them. */
export interface Learner {
  readonly id: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** A learner's place or turn in a séance. There is none in automatic séances: who is in is derived from the session. */
export interface Enrolment {
  readonly id: string;
  readonly seanceId: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly learner: Learner;
  readonly status: EnrolmentStatus;
  /** Counts the requests of the séance: the queue is in this order. */
  readonly turn: number;
  readonly source: EnrolmentSource;
  /** The séance of the same group that is given up when this place is certain; null for none. */
  readonly insteadOf: string | null;
  readonly requestedAt: Instant;
  readonly enrolledAt: Instant | null;
}

/** Somebody and a séance: of their enrolment, if there is one. */
export interface PlaceWish {
  readonly seanceId: string;
  readonly userId: string;
}
