import type { EnrolmentRefusal, OwnEnrolment } from '../enrolment/enrolment.js';

export const enrolmentModes = ['automatic', 'manual', 'public'] as const;
export type EnrolmentMode = (typeof enrolmentModes)[number];

export const seanceStates = ['upcoming', 'ongoing', 'past'] as const;
export type SeanceState = (typeof seanceStates)[number];

export interface Location {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly streetNumber: string;
  readonly box: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly phone: string;
}

export interface Trainer {
  readonly id: string;
  readonly name: string;
}

export interface SeanceGroup {
  readonly id: string;
  readonly name: string;
  /** How many séances of the group one learner may be enrolled in. */
  readonly limit: number;
}

/** A séance as the server tells it. */
export interface Seance {
  readonly id: string;
  readonly sessionId: string;
  readonly spaceId: string;
  readonly name: string;
  /** Sanitised HTML; sanitise it again before it is shown. */
  readonly description: string;
  /** Local time in `timeZone`, `YYYY-MM-DDTHH:mm`. */
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  /** UTC instant, `YYYY-MM-DDTHH:mm:ssZ`. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly enrolmentMode: EnrolmentMode;
  /** The most learners enrolled; null is unlimited. */
  readonly capacity: number | null;
  readonly enrolledCount: number;
  readonly waitingCount: number;
  /** How many comments it has. */
  readonly commentCount: number;
  readonly location: Location | null;
  /** Sanitised HTML, as `description`. */
  readonly extraInfo: string;
  readonly trainers: readonly Trainer[];
  readonly group: SeanceGroup | null;
  readonly inAgenda: boolean;
  /** `manager` for those that the training manager created, and not the space's own staff. */
  readonly origin: 'space' | 'manager';
  readonly seriesId: string | null;
  readonly state: SeanceState;
  readonly myEnrolment: OwnEnrolment | null;
  /** Why the reader cannot enrol; null when they can, or are in already. */
  readonly enrolmentRefusal: EnrolmentRefusal | null;
  /** Why the reader cannot leave; null when they can, or are not in. */
  readonly leaveRefusal: EnrolmentRefusal | null;
  readonly version: number;
}

/** A séance with the entity tag that a later write names, so that it overwrites nobody else's. */
export interface TaggedSeance {
  readonly seance: Seance;
  readonly etag: string;
}

/** The séance as the server has it now, and how many were changed with it, itself included. */
export interface SavedSeance {
  readonly seance: Seance;
  readonly count: number;
}

/** The body that creates a séance. */
export interface SeanceInput {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly description: string;
  readonly enrolmentMode: EnrolmentMode;
  readonly capacity: number | null;
  readonly locationId: string | null;
  readonly extraInfo: string;
  readonly trainerIds: readonly string[];
  /** A group of the session, found or created; empty for none. */
  readonly groupName: string;
  readonly inAgenda: boolean;
}
