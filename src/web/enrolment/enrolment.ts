import type { Overlap } from './overlap-note.js';
import type { Enrolment, EnrolmentResults, HostGroupPage, OwnEnrolmentResults, Seance } from '../wire.gen.js';

/** Somebody's place, or turn in the queue. */
export type { Enrolment } from '../wire.gen.js';

export const enrolmentStatuses = ['enrolled', 'waiting'] as const satisfies readonly EnrolmentStatus[];
export type EnrolmentStatus = Enrolment['status'];

/** Somebody's place, and for the reader's own what else they have at that time. */
export type TakenPlace = Enrolment & {
  readonly overlaps?: readonly Overlap[];
  /** The séance whose place was named for it. */
  readonly insteadOf?: Seance | undefined;
};

/** What the reader has in a séance. */
export type OwnEnrolment = NonNullable<Seance['myEnrolment']>;

/** Why the reader cannot take or give up a place: the codes of docs/reference/http.md. */
export type EnrolmentRefusal = NonNullable<Seance['enrolmentRefusal']>;

/** A learner of the session. */
export type Person = Enrolment['user'];

/** What became of one person whom staff enrolled. */
export type EnrolmentResult = EnrolmentResults['results'][number];
type EnrolmentOutcome = EnrolmentResult['outcome'];

/** What became of the reader's own wish on one date of a series. */
export type OwnDatedResult = OwnEnrolmentResults['results'][number];

/** What may become of somebody in one séance, in the order in which they are told. */
export const enrolmentOutcomes = [
  'enrolled',
  'waiting',
  'already',
  'seance-full',
  'group-limit',
  'not-a-learner',
] as const satisfies readonly EnrolmentOutcome[];
export type OutcomeAlone = (typeof enrolmentOutcomes)[number];

/** A group of people that the host knows, such as a class. */
export type HostGroup = HostGroupPage['items'][number];
