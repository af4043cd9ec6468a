import Joi from 'joi';
import { object } from './object.js';
import { instant, word } from './values.js';

/** The longest path: a list that is narrowed by everything at once. */
const pathLength = 2_000;

export const downloadInput = object({
  path: Joi.string()
    .max(pathLength)
    .pattern(/^\/[\x21-\x7e]*$/, 'path')
    .description('Path and query of a GET of this API that answers a file, from the mount point on.')
    .example('/api/v1/spaces/demo/seances.csv?session=2026'),
});

export const download = object({
  url: word.description('Answers the file once. The secret in it is told here alone.'),
  expiresAt: instant,
});
