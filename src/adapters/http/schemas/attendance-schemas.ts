import Joi from 'joi';
import { checkInCodePattern } from '../../../domain/attendance/check-in.js';
import { longestNote, markSources, marks } from '../../../domain/attendance/mark.js';
import { slotStates } from '../../../domain/attendance/roll.js';
import { longestSignature, parseSignature, type Signature } from '../../../domain/attendance/signature.js';
import { byDefault, listOf, nullable, object, oneOf, optional } from './object.js';
import { session } from './seance-schemas.js';
import {
  calendarDate,
  clockTime,
  count,
  flag,
  id,
  instant,
  line,
  personDetail,
  text,
  timeZone,
  wallTime,
} from './values.js';

/** How many people one request marks, or adds. */
const mostAtOnce = 1_000;
const longestDevice = 64;
const longestTicket = 400;

const mark = oneOf(...marks);
// Also within a list that takes nothing for another type: blanks around it are no fault.
const note = line.max(longestNote).allow('').strict(false);
const minutes = optional(
  nullable(Joi.number().strict().integer().min(1)).description(
    'Of who was late, or left early; not of other marks.',
  ),
);
const named = object({ id: text, name: text });
const yes = optional(Joi.boolean<true>().valid(true));

export const signature = Joi.string<Signature>()
  .max(longestSignature)
  .custom(
    (drawn: string, { error }): Signature | Joi.ErrorReport =>
      parseSignature(drawn) ?? error('string.pattern.name', { name: 'signature' }),
  )
  .description(
    'What was drawn: SVG path data of absolute M and L with whole numbers, in a box of 600 by 200. Absent of who confirms in words.',
  );

const saidFields = {
  minutes: optional(count),
  note: optional(text),
  by: nullable(named),
};

const earlier = object({
  mark,
  ...saidFields,
  at: instant,
  source: oneOf(...markSources),
  correction: yes,
});

export const presence = object({
  user: object({ id: text, name: text, detail: personDetail }),
  mark: nullable(mark).description('Null until something is marked.'),
  ...saidFields,
  at: nullable(instant),
  source: nullable(oneOf(...markSources)),
  signed: flag.description('Whether the learner signed, drawn or in words.'),
  sharedDevice: yes.description('Somebody else checked in with the same device.'),
  clockWrong: yes.description('The clock of whoever marked was wrong: `at` is the time of the server.'),
  correction: yes,
  earlier: optional(listOf(earlier)).description('What held before, the latest first; for staff.'),
});

export const slot = object({
  id: count.description('Counts from 1 within the séance.'),
  start: wallTime,
  end: wallTime,
  timeZone,
  startsAt: instant,
  endsAt: instant,
  opensAt: instant.description('From then on it may be marked.'),
  minutes: count.description('Of exact time: clock changes count.'),
  state: oneOf(...slotStates),
  checkIn: nullable(object({ until: instant })).description('While learners may check in.'),
  closed: nullable(object({ by: named, at: instant, signed: flag })),
  entries: listOf(presence).description('Everybody for staff; for a learner their own.'),
});

export const attendance = object({
  mode: oneOf('off', 'marks', 'signed'),
  break: object({ start: clockTime, end: clockTime }).description('What parts its days into half-days.'),
  begun: flag.description('Whether something is marked: times and break stay as they are.'),
  slots: listOf(slot),
});

export const slotMarks = object({
  marks: listOf(
    object({
      userId: id,
      mark,
      minutes,
      note: optional(nullable(note)),
      at: optional(instant.description('When it was marked, by the clock of whoever marked; now without.')),
    }),
  )
    .strict()
    .min(1)
    .max(mostAtOnce),
});

export const rosterInput = object({ userIds: listOf(id).strict().min(1).max(mostAtOnce) });

export const closeInput = object({ signature: optional(nullable(signature)) });

export const correction = object({
  userId: id,
  mark,
  minutes,
  reason: line.max(longestNote),
});

export const breakInput = object({ start: nullable(clockTime), end: nullable(clockTime) });

export const checkInInput = object({
  open: Joi.boolean().strict(),
  until: optional(nullable(instant).description('When it ends; by default with the half-day.')),
});

export const shownCheckIn = object({
  code: nullable(text).description('XXXX-9999; null when learners may not check in.'),
  secondsLeft: count.description('Until another code is shown.'),
  until: nullable(instant),
  url: nullable(text).description('Where the code may be scanned to.'),
  present: count,
  people: count,
});

const seanceOfTicket = object({
  ...{ id, spaceId: id, name: text, start: wallTime, end: wallTime, timeZone },
  slot: count,
  url: nullable(text).description('Of its page in the host; null where that has none.'),
});

export const typedCheckIn = object({
  code: Joi.string().trim().pattern(checkInCodePattern, 'check-in-code'),
  device: optional(
    nullable(
      Joi.string()
        .pattern(/^[\w-]*$/, 'device')
        .max(longestDevice),
    ).description('A random id that the browser keeps, to tell staff of devices that several people use.'),
  ),
});

export const issuedTicket = object({
  ticket: text,
  until: instant,
  seance: seanceOfTicket,
  signs: flag.description('Whether a signature is asked for.'),
});

export const confirmInput = object({
  ticket: Joi.string().max(longestTicket),
  signature: optional(nullable(signature)),
});

export const confirmedCheckIn = object({ seance: seanceOfTicket, entry: presence });

const blank = byDefault(flag.description('To be signed on paper.'), false);

export const sheetQuery = object({ blank });

export const sheetPeriodQuery = object({
  session,
  from: calendarDate.description('The first day of the period, by the clocks of the séances.'),
  to: calendarDate.description('Its last day, inclusive: a period has at most 31 days.'),
  blank,
});
