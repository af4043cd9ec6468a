import { enrolmentSources, enrolmentStatuses } from '../../../domain/enrolment/enrolment.js';
import { listOf, nullable, object, oneOf, optional, pageOf, partial } from './object.js';
import { count, id, instant, pageQuery, search, text } from './values.js';

const status = oneOf(...enrolmentStatuses);

const mostGroups = 100;

const user = object({ id, name: text, firstName: text, lastName: text });

export const enrolment = object({
  id,
  user,
  status,
  position: optional(count.description('In the queue, from 1; absent for who is enrolled.')),
  requestedAt: nullable(instant),
  enrolledAt: nullable(instant),
  source: oneOf(...enrolmentSources),
});

export const enrolmentPage = pageOf(enrolment);
export const candidatePage = pageOf(user);

export const participantQuery = object({ status: optional(status), q: optional(search), ...pageQuery });

export const candidateQuery = object({
  q: optional(search),
  group: optional(id.description('Only members of this group of the host.')),
  ...pageQuery,
});

/** Whom staff enrol: people, groups of the host, or both. @param mostUsers how many by name. */
export const enrolmentInput = (mostUsers: number) =>
  object(
    partial({
      userIds: listOf(id).strict().max(mostUsers),
      groupIds: listOf(id).strict().max(mostGroups),
    }),
  ).or('userIds', 'groupIds');

export const enrolmentResults = object({
  results: listOf(
    object({
      userId: id,
      outcome: oneOf('enrolled', 'waiting', 'already', 'not-a-learner', 'group-limit', 'seance-full'),
    }),
  ),
});

export const moveInput = object({ seanceId: id.description('Where to.') });

export const ownEnrolmentQuery = object({
  insteadOf: optional(
    id.description(
      'A séance of the same group that is given up for this one, once the place in this one is certain.',
    ),
  ),
});

export const hostGroupPage = pageOf(object({ id, name: text }));
