import Joi from 'joi';
import { scopes } from '../../../domain/series/series-scope.js';
import { enrolmentModes, origins, seanceStates } from '../../../domain/seance/seance.js';
import { seanceSorts } from '../../../ports/seance-repository.js';
import {
  briefPageQuery,
  calendarDate,
  count,
  id,
  instant,
  line,
  pageOf,
  pageQuery,
  richText,
  search,
  text,
  timeZone,
  wallTime,
} from './values.js';

const enrolmentMode = Joi.string().valid(...enrolmentModes);

const fields = {
  name: line.min(1),
  start: wallTime,
  end: wallTime,
  timeZone,
  description: richText,
  extraInfo: richText,
  enrolmentMode,
  capacity: Joi.number()
    .strict()
    .integer()
    .min(1)
    .max(1_000_000)
    .allow(null)
    .description('The most learners enrolled; null is unlimited.'),
  locationId: id.allow(null),
  trainerIds: Joi.array().strict().items(id).max(100).unique().description('Trainers of the session.'),
  groupName: line.allow('', null).description('Found in the session or created.'),
  groupId: id.allow(null),
  inAgenda: Joi.boolean().strict(),
};

/** The body that creates a séance. The form takes its constraints from this schema, through the OpenAPI document. */
export const seanceInput = Joi.object({
  ...fields,
  name: fields.name.required(),
  start: fields.start.required(),
  end: fields.end.required(),
}).oxor('groupName', 'groupId');

/** The body that changes a séance: what it names, and nothing else. */
export const seanceChanges = Joi.object(fields).min(1).oxor('groupName', 'groupId');

export const location = Joi.object({
  id: id.required(),
  name: text.required(),
  street: text.required(),
  streetNumber: text.required(),
  box: text.required(),
  postalCode: text.required(),
  city: text.required(),
  country: text.required(),
  phone: text.required(),
});

export const trainer = Joi.object({ id: id.required(), name: text.required() });

export const group = Joi.object({ id: id.required(), name: text.required(), limit: count.required() });

const bar = Joi.string()
  .valid(
    'not-a-learner',
    'enrolment-disabled',
    'enrolment-automatic',
    'not-public',
    'seance-started',
    'enrolment-closed',
    'group-limit',
    null,
  )
  .required();

export const seance = Joi.object({
  id: id.required(),
  sessionId: id.required(),
  spaceId: id.required(),
  name: text.required(),
  description: text.required(),
  start: wallTime.required(),
  end: wallTime.required(),
  timeZone: Joi.string().required(),
  startsAt: instant.required(),
  endsAt: instant.required(),
  enrolmentMode: enrolmentMode.required(),
  capacity: count.allow(null).required(),
  enrolledCount: count.required(),
  waitingCount: count.required(),
  commentCount: count.required().description('How many informations it has.'),
  location: location.allow(null).required(),
  extraInfo: text.required(),
  trainers: Joi.array().items(trainer).required(),
  group: group.allow(null).required(),
  inAgenda: Joi.boolean().required(),
  origin: Joi.string()
    .valid(...origins)
    .required(),
  seriesId: id.allow(null).required(),
  state: Joi.string()
    .valid(...seanceStates)
    .required(),
  myEnrolment: Joi.object({ status: Joi.string().valid('enrolled', 'waiting').required(), position: count })
    .allow(null)
    .required(),
  enrolmentRefusal: bar.description('Why the actor cannot enrol; null when they can, or are in already.'),
  leaveRefusal: bar.description('Why the actor cannot leave; null when they can, or are not in.'),
  version: count.required(),
});

export const restoredSeance = seance.keys({
  displaced: count.description(
    'Learners who wait now, because they took a place in another séance of the group meanwhile; absent for none.',
  ),
});

export const seancePage = pageOf(seance);

export const sessionQuery = Joi.object({
  session: id.description('A session of the space; the current one when absent.'),
});

export const scopeQuery = Joi.object({
  scope: Joi.string()
    .valid(...scopes)
    .default('this')
    .description('Which séances of its series are meant.'),
});

const sorts = seanceSorts.flatMap((sort) => [sort, `-${sort}`]);

export const seanceQuery = Joi.object({
  session: id.description('A session of the space; the current one when absent.'),
  q: search,
  from: calendarDate.description('Only séances that end on this day or later.'),
  to: calendarDate.description('Only séances that start on this day or earlier.'),
  enrolmentMode,
  group: id,
  series: id,
  location: id,
  trainer: id,
  state: Joi.string().valid(...seanceStates),
  mine: Joi.boolean().description('Only those in which the actor takes part.'),
  sort: Joi.string()
    .valid(...sorts)
    .default('start'),
  ...pageQuery,
});

const seanceIds = (most: number) => Joi.array().strict().items(id).min(1).max(most).unique();

/** @param most how many at once. */
export const idList = (most: number) => Joi.object({ ids: seanceIds(most).required() });

export const deletedCount = Joi.object({ deleted: count.required() });

/**
 * Which séances are restored: those, or what is left of a deletion.
 *
 * @param most how many at once.
 */
export const restoration = (most: number) =>
  Joi.object({
    ids: seanceIds(most),
    deletionId: id.description('One of the deletions of the space.'),
  }).xor('ids', 'deletionId');

export const restoredSeances = Joi.object({
  restored: count.required(),
  ids: Joi.array().items(id).required().description('Those that were deleted until then.'),
  displaced: count
    .required()
    .description(
      'Learners who wait now, because they took a place in another séance of the group meanwhile.',
    ),
});

export const deletionQuery = Joi.object(briefPageQuery);

export const deletionPage = pageOf(
  Joi.object({
    id: id.required(),
    deletedAt: instant.required(),
    deletedBy: Joi.object({ id: id.required(), name: text.required() })
      .allow(null)
      .required()
      .description('Null when they are no longer known.'),
    restorableUntil: instant.required(),
    count: count.required().description('How many séances are left of it.'),
    seances: Joi.array()
      .items(
        Joi.object({
          id: id.required(),
          sessionId: id.required(),
          name: text.required(),
          start: wallTime.required(),
          end: wallTime.required(),
          timeZone: Joi.string().required(),
          startsAt: instant.required(),
          endsAt: instant.required(),
          seriesId: id.allow(null).required(),
        }),
      )
      .required()
      .description('The first 100, by their starts.'),
  }),
);
