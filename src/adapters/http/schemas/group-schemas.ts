import Joi from 'joi';
import { listOf, object, partial } from './object.js';
import { count, id, line, text } from './values.js';

export const group = object({ id, name: text, limit: count });

export const groupList = object({ items: listOf(group) });

export const groupChanges = object(
  partial({
    name: line.min(1),
    limit: Joi.number()
      .strict()
      .integer()
      .min(1)
      .max(1_000)
      .description('In how many of its séances one learner may be enrolled.'),
  }),
).min(1);
