import Joi from 'joi';
import { eventTypes } from '../../../domain/event/seance-event.js';
import { enrolmentSources, enrolmentStatuses } from '../../../domain/enrolment/enrolment.js';
import { briefPageQuery, count, id, instant, line, pageOf, pageQuery, search, text } from './values.js';

const status = Joi.string().valid(...enrolmentStatuses);

const mostGroups = 100;

const user = Joi.object({
  id: id.required(),
  name: text.required(),
  firstName: text.required(),
  lastName: text.required(),
});

export const enrolment = Joi.object({
  id: id.required(),
  user: user.required(),
  status: status.required(),
  position: count.description('In the queue, from 1; absent for who is enrolled.'),
  requestedAt: instant.allow(null).required(),
  enrolledAt: instant.allow(null).required(),
  source: Joi.string()
    .valid(...enrolmentSources)
    .required(),
});

export const enrolmentPage = pageOf(enrolment);
export const candidatePage = pageOf(user);

export const participantQuery = Joi.object({ status, q: search, ...pageQuery });

export const candidateQuery = Joi.object({
  q: search,
  group: id.description('Only members of this group of the host.'),
  ...pageQuery,
});

/** Whom staff enrol: people, groups of the host, or both. @param mostUsers how many by name. */
export const enrolmentInput = (mostUsers: number) =>
  Joi.object({
    userIds: Joi.array().strict().items(id).max(mostUsers),
    groupIds: Joi.array().strict().items(id).max(mostGroups),
  }).or('userIds', 'groupIds');

export const enrolmentResults = Joi.object({
  results: Joi.array()
    .items(
      Joi.object({
        userId: id.required(),
        outcome: Joi.string()
          .valid('enrolled', 'waiting', 'already', 'not-a-learner', 'group-limit')
          .required(),
      }),
    )
    .required(),
});

export const moveInput = Joi.object({ seanceId: id.required().description('Where to.') });

export const ownEnrolmentQuery = Joi.object({
  insteadOf: id.description(
    'A séance of the same group that is given up for this one, once the place in this one is certain.',
  ),
});

export const hostGroupPage = pageOf(Joi.object({ id: id.required(), name: text.required() }));

export const groupChanges = Joi.object({
  name: line.min(1),
  limit: Joi.number()
    .strict()
    .integer()
    .min(1)
    .max(1_000)
    .description('In how many of its séances one learner may be enrolled.'),
}).min(1);

const named = Joi.object({ id: text.required(), name: text.required() }).allow(null).required();

export const historyPage = pageOf(
  Joi.object({
    id: id.required(),
    type: Joi.string()
      .valid(...eventTypes)
      .required(),
    at: instant.required(),
    actor: named.description('Who did it; null for the host, or the plugin itself.'),
    user: named.description('Whose enrolment it is about.'),
    data: Joi.object().unknown().required(),
  }),
);

export const historyQuery = Joi.object(briefPageQuery);
