import Joi from 'joi';
import { listOf, nullable, object, optional } from './object.js';
import { text, timeZone, wallTime, word } from './values.js';

/** RFC 9457, with a stable code and the fields that are wrong. */
export const problem = object({
  type: word,
  title: word,
  status: Joi.number().integer(),
  detail: word,
  code: word,
  errors: optional(
    listOf(
      object({
        pointer: word.allow('').description('JSON Pointer into the body, or ?name for a query parameter.'),
        code: word,
        message: word,
        seance: optional(
          object({
            id: text,
            name: optional(word),
            start: optional(wallTime),
            timeZone: optional(timeZone),
          }).description('Which of several séances it is about; name, start and timeZone when it is known.'),
        ),
        moment: optional(
          object({ wallTime, timeZone }).description(
            'When enrolment opens, or closed, on the clocks of that zone.',
          ),
        ),
        clash: optional(
          object({
            name: text,
            start: wallTime,
            resource: object({ id: text, name: text }),
            takenBy: nullable(object({ id: text, name: text })),
          }).description('The date that a trainer or a place is taken on, and by which séance.'),
        ),
      }),
    ),
  ),
  errorCount: optional(
    Joi.number().integer().description('How many errors there are, when there are more than errors names.'),
  ),
});
