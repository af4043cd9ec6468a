import type {
  Enrolment,
  EnrolmentSource,
  EnrolmentStatus,
  Learner,
} from '../../domain/enrolment/enrolment.js';
import { detailOf } from '../../domain/text/person-detail.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Person } from '../../ports/directory.js';

/** Somebody as a client reads them. A JSON value. */
export interface PersonView extends Learner {
  /** What tells them from their namesakes: in lists, where the host says so. */
  readonly detail?: string;
}

/** An enrolment as a client reads it. A JSON value. */
export interface EnrolmentView {
  /** The user's own id in an automatic séance, where nothing is stored. */
  readonly id: string;
  readonly user: PersonView;
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

export function personView({ id, name, firstName, lastName, detail }: Person): PersonView {
  return { id, name, firstName, lastName, ...detailOf({ detail }) };
}

/** The enrolment that a learner of the session has in an automatic séance. */
export function automaticView(learner: Person): EnrolmentView {
  return {
    id: learner.id,
    user: personView(learner),
    status: 'enrolled',
    requestedAt: null,
    enrolledAt: null,
    source: 'automatic',
  };
}
