import { mostOverlaps } from '../../../application/enrolment/own-overlaps.js';
import { enrolmentBars } from '../../../domain/enrolment/enrolment-rules.js';
import { enrolmentSources, enrolmentStatuses } from '../../../domain/enrolment/enrolment.js';
import { listOf, nullable, object, oneOf, optional, pageOf, partial } from './object.js';
import { scope } from './scope-schema.js';
import { count, id, instant, pageQuery, personDetail, search, text, wallTime, word } from './values.js';

const status = oneOf(...enrolmentStatuses);

const mostGroups = 100;

const user = object({ id, name: text, firstName: text, lastName: text, detail: personDetail });

const enrolmentFields = {
  id,
  user,
  status,
  position: optional(count.description('In the queue, from 1; absent for who is enrolled.')),
  requestedAt: nullable(instant),
  enrolledAt: nullable(instant),
  source: oneOf(...enrolmentSources),
};

export const enrolment = object(enrolmentFields);

export const ownEnrolment = object({
  ...enrolmentFields,
  overlaps: listOf(
    object({
      ...{ seanceId: id, spaceId: id, name: text, start: wallTime, end: wallTime, timeZone: word },
      ...{ startsAt: instant, endsAt: instant },
    }),
  ).description(
    `The séances that the actor is in at that time, in any space: at most ${mostOverlaps}, by start.`,
  ),
});

export const enrolmentPage = pageOf(enrolment);
export const candidatePage = pageOf(user);

const participantFields = { status: optional(status), q: optional(search) };

/** The whole list, without its pages. */
export const participantListQuery = object(participantFields);

export const participantQuery = object({ ...participantFields, ...pageQuery });

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
      seanceId: optional(id.description('With a scope: the date.')),
      userId: id,
      outcome: oneOf(
        'enrolled',
        'waiting',
        'already',
        'not-a-learner',
        'group-limit',
        'seance-full',
        ...enrolmentBars,
      ).description('With a scope also what keeps everybody from that date.'),
    }),
  ),
});

/** What became of what a learner asked for on the dates of a series. */
export const ownEnrolmentResults = object({
  results: listOf(
    object({
      seanceId: id,
      outcome: oneOf(
        'enrolled',
        'waiting',
        'existing',
        'left',
        'group-limit',
        'seance-full',
        ...enrolmentBars,
      ),
    }),
  ).description('By start.'),
});

export const moveInput = object({ seanceId: id.description('Where to.') });

export const ownEnrolmentQuery = object({
  scope,
  insteadOf: optional(
    id.description(
      'A séance of the same group that is given up for this one, once the place in this one is certain.',
    ),
  ),
});

export const hostGroupPage = pageOf(object({ id, name: text }));
