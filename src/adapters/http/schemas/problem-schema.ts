import Joi from 'joi';
import { listOf, object, optional } from './object.js';
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
      }),
    ),
  ),
  errorCount: optional(
    Joi.number().integer().description('How many errors there are, when there are more than errors names.'),
  ),
});
