import Joi from 'joi';
import type { Quarter } from '../../../domain/attendance/hours.js';
import { marks } from '../../../domain/attendance/mark.js';
import { listOf, nullable, object, oneOf, optional, pageFields } from './object.js';
import { session } from './seance-schemas.js';
import {
  briefPageQuery,
  calendarDate,
  count,
  flag,
  id,
  personDetail,
  text,
  timeZone,
  wallTime,
} from './values.js';

const days = {
  from: optional(calendarDate.description('Only half-days of this day or a later one, in their own zone.')),
  to: optional(calendarDate.description('Only half-days of this day or an earlier one, in their own zone.')),
};

export const hoursQuery = object({
  session,
  ...days,
});

export const ownAttendanceQuery = object({ ...days, ...briefPageQuery });

const quarter = Joi.string<Quarter>()
  .pattern(/^\d{4}-Q[1-4]$/, 'quarter')
  .description('Three months of a year, such as 2026-Q4.')
  .example('2026-Q4');

const hoursFields = {
  minutes: count.description('Those that count, of half-days that have begun.'),
  halfDays: count.description('Half-days that they were to be at and that have begun.'),
  attended: count.description('At how many of them they were, for a part at least.'),
};

const quarters = listOf(object({ quarter, ...hoursFields })).description('In order.');

const personHours = object({
  user: object({ id: text, name: text, detail: personDetail }),
  ...hoursFields,
  quarters,
});

export const sessionHours = object({
  quarters: listOf(quarter).description('Those in which somebody has a half-day, in order.'),
  people: listOf(personHours).description('By name; who has left the session stays.'),
});

const ownHalfDay = object({
  seance: object({ id, spaceId: id, name: text, timeZone }),
  slot: count,
  start: wallTime,
  end: wallTime,
  mark: nullable(oneOf(...marks)).description('Null until something is marked.'),
  minutes: optional(count.description('By how many the actor was late, or left early.')),
  note: optional(text),
  signed: flag.description('Whether the actor signed, drawn or in words.'),
  correction: optional(Joi.boolean<true>().valid(true)),
  credited: count.description('How many minutes of it count.'),
});

export const ownAttendance = object({ ...hoursFields, quarters, ...pageFields(ownHalfDay) });
