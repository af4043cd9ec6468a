export const enrolmentStatuses = ['enrolled', 'waiting'] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

/** What the reader has in a séance. */
export interface OwnEnrolment {
  readonly status: EnrolmentStatus;
  /** In the queue, from 1; absent for who is enrolled. */
  readonly position?: number;
}

/** Why the reader cannot take or give up a place: the codes of docs/reference/http.md. */
export type EnrolmentRefusal =
  | 'not-a-learner'
  | 'enrolment-disabled'
  | 'enrolment-automatic'
  | 'not-public'
  | 'seance-started'
  | 'enrolment-closed'
  | 'group-limit';

/** A learner of the session. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Somebody's place, or turn in the queue. */
export interface Enrolment extends OwnEnrolment {
  readonly id: string;
  readonly user: Person;
}

/** In the order in which they are told. */
export const enrolmentOutcomes = ['enrolled', 'waiting', 'already', 'group-limit', 'not-a-learner'] as const;
export type EnrolmentOutcome = (typeof enrolmentOutcomes)[number];

/** What became of one person whom staff enrolled. */
export interface EnrolmentResult {
  readonly userId: string;
  readonly outcome: EnrolmentOutcome;
}

/** A group of people that the host knows, such as a class. */
export interface HostGroup {
  readonly id: string;
  readonly name: string;
}
