import type {
  Enrolment,
  EnrolmentSource,
  EnrolmentStatus,
  Learner,
} from '../../domain/enrolment/enrolment.js';
import type { Instant } from '../../domain/time/schedule.js';

/** An enrolment as a client reads it. A JSON value. */
export interface EnrolmentView {
  /** The user's own id in an automatic séance, where nothing is stored. */
  readonly id: string;
  readonly user: Learner;
  readonly status: EnrolmentStatus;
  /** In the queue, from 1. */
  readonly position?: number;
  readonly requestedAt: Instant | null;
  readonly enrolledAt: Instant | null;
  readonly source: EnrolmentSource;
}

export function enrolmentView(
  { id, learner, status, requestedAt, enrolledAt, source }: Enrolment,
  position: number | null,
): EnrolmentView {
  return {
    id,
    user: learner,
    status,
    ...(position !== null && { position }),
    requestedAt,
    enrolledAt,
    source,
  };
}

/** The enrolment that a learner of the session has in an automatic séance. */
export function automaticView({ id, name, firstName, lastName }: Learner): EnrolmentView {
  return {
    id,
    user: { id, name, firstName, lastName },
    status: 'enrolled',
    requestedAt: null,
    enrolledAt: null,
    source: 'automatic',
  };
}
