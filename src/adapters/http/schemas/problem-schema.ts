import Joi from 'joi';
import { text, timeZone, wallTime } from './values.js';

/** RFC 9457, with a stable code and the fields that are wrong. */
export const problem = Joi.object({
  type: Joi.string().required(),
  title: Joi.string().required(),
  status: Joi.number().integer().required(),
  detail: Joi.string().required(),
  code: Joi.string().required(),
  errors: Joi.array().items(
    Joi.object({
      pointer: Joi.string()
        .allow('')
        .required()
        .description('JSON Pointer into the body, or ?name for a query parameter.'),
      code: Joi.string().required(),
      message: Joi.string().required(),
      seance: Joi.object({
        id: text.required(),
        name: Joi.string(),
        start: wallTime,
        timeZone,
      }).description('Which of several séances it is about; name, start and timeZone when it is known.'),
    }),
  ),
});
