import Joi from 'joi';
import { enrolmentBars } from '../../../domain/enrolment/enrolment-rules.js';
import { enrolmentStatuses } from '../../../domain/enrolment/enrolment.js';
import { origins, seanceStates } from '../../../domain/seance/seance.js';
import { enrolmentModes } from '../../../domain/seance/seance-content.js';
import { seanceSorts } from '../../../ports/seance-repository.js';
import { group } from './group-schemas.js';
import { location } from './location-schemas.js';
import {
  byDefault,
  listOf,
  nullable,
  object,
  oneOf,
  optional,
  orWord,
  pageFields,
  partial,
} from './object.js';
import { repetitionInput } from './repetition-input-schema.js';
import { scope } from './scope-schema.js';
import {
  calendarDate,
  count,
  flag,
  id,
  instant,
  line,
  onlineUrl,
  page,
  pageQuery,
  personDetail,
  richText,
  search,
  text,
  timeZone,
  wallTime,
  word,
} from './values.js';
import { warnings } from './warning-schemas.js';

const enrolmentMode = oneOf(...enrolmentModes);

export const written = {
  name: line.min(1),
  start: wallTime,
  end: wallTime,
  timeZone,
  description: richText,
  extraInfo: richText,
  enrolmentMode,
  enrolmentOpens: nullable(wallTime).description(
    'From then on learners may enrol themselves; null is at once.',
  ),
  enrolmentCloses: nullable(wallTime).description(
    'From then on learners neither enrol nor leave; null is as the setting closingDelayMinutes says.',
  ),
  capacity: nullable(Joi.number().strict().integer().min(1).max(1_000_000)).description(
    'The most learners enrolled; null is unlimited.',
  ),
  locationId: nullable(id),
  onlineUrl: nullable(onlineUrl),
  trainerIds: listOf(id).strict().max(100).unique().description('Trainers of the session.'),
  groupName: nullable(line.allow('')).description('Found in the session or created.'),
  groupId: nullable(id),
  inAgenda: flag.strict(),
};

/** The body that creates a séance. The form takes its constraints from this schema, through the OpenAPI document. */
export const seanceInput = object({
  ...partial(written),
  name: written.name,
  start: written.start,
  end: written.end,
  repetition: optional(repetitionInput),
}).oxor('groupName', 'groupId');

/** The body of the preview of a creation with a repetition: of the séance, what decides on its copies. */
export const repeatedDraft = object({
  ...partial(written),
  start: written.start,
  end: written.end,
  repetition: repetitionInput,
}).oxor('groupName', 'groupId');

/** The body that changes a séance: what it names, and nothing else. */
export const seanceChanges = object(partial(written)).min(1).oxor('groupName', 'groupId');

/** The body of a check: that of a creation as far as it is written, or with `id` that of a change. */
export const seanceCheck = object({
  ...partial(written),
  id: optional(id.description('The séance that is edited; absent for a new one, which needs start and end.')),
}).oxor('groupName', 'groupId');

export const checkResult = object({ warnings });

export const trainer = object({ id, name: text, detail: personDetail });

const bar = nullable(oneOf('not-a-learner', ...enrolmentBars, 'group-limit'));

export const seanceFields = {
  id,
  sessionId: id,
  spaceId: id,
  name: text,
  description: text,
  start: wallTime,
  end: wallTime,
  timeZone: word,
  startsAt: instant,
  endsAt: instant,
  enrolmentMode,
  enrolmentOpens: nullable(wallTime),
  enrolmentCloses: nullable(wallTime),
  capacity: nullable(count),
  enrolledCount: count,
  waitingCount: count,
  commentCount: count.description('How many comments it has.'),
  location: nullable(location),
  onlineUrl: nullable(text).description(
    'Of its online class; null also for who neither takes part nor is staff.',
  ),
  extraInfo: text,
  trainers: listOf(trainer),
  group: nullable(group),
  inAgenda: flag,
  origin: oneOf(...origins),
  seriesId: nullable(id),
  baseName: text.description('The name without the number that a repetition gave it.'),
  state: oneOf(...seanceStates),
  cancelled: nullable(
    object({ at: instant, by: object({ id: text, name: text }), reason: text }),
  ).description('That it does not take place, by whom and why; null when it does.'),
  myEnrolment: nullable(object({ status: oneOf(...enrolmentStatuses), position: optional(count) })),
  enrolmentRefusal: bar.description('Why the actor cannot enrol; null when they can, or are in already.'),
  leaveRefusal: bar.description('Why the actor cannot leave; null when they can, or are not in.'),
  unreadChanges: optional(
    listOf(
      object({ noticeId: id, at: instant, moved: flag.description('Whether time or place are others.') }),
    ).description(
      'The notices of its changes that the actor has not read, the latest first; absent for none.',
    ),
  ),
  version: count,
};

export const seance = object(seanceFields);

export const createdSeance = object({
  ...seanceFields,
  created: optional(count.description('With a repetition: how many copies were made.')),
  copyIds: optional(listOf(id).description('With a repetition: of all copies, by date.')),
});

export const seancePage = object({
  ...pageFields(seance),
  past: optional(count.description('With the page `now`: how many on all pages have ended.')),
});

export const session = optional(id.description('A session of the space; the current one when absent.'));

export const sessionQuery = object({ session });

export const checkQuery = object({ session, scope });

const sorts = seanceSorts.flatMap((sort) => [sort, `-${sort}`] as const);

const listFields = {
  session,
  q: optional(search),
  from: optional(
    calendarDate.description(
      'Only séances that are on this day or a later one: what ends at midnight is not on the day that begins then.',
    ),
  ),
  to: optional(calendarDate.description('Only séances that start on this day or earlier.')),
  ...partial({
    enrolmentMode,
    group: id,
    series: id,
    location: id,
    trainer: id,
    state: oneOf(...seanceStates),
  }),
  cancelled: optional(flag.description('Only those that do not take place, or only those that do.')),
  mine: optional(flag.description('Only those in which the actor takes part.')),
  sort: byDefault(oneOf(...sorts), 'start'),
};

/** The whole list, without its pages. */
export const seanceListQuery = object(listFields);

export const seanceQuery = object({
  ...listFields,
  ...pageQuery,
  page: byDefault(
    orWord(page, 'now').description(
      'Counts from 1; `now` is that of the first séance that has not ended, in the order of `start`.',
    ),
    1,
  ),
});
