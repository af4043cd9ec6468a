import { ownParts } from '../../../domain/my-seances/own-part.js';
import { nullable, object, oneOf, optional, pageFields } from './object.js';
import { seanceFields } from './seance-schemas.js';
import { briefPageQuery, calendarDate, count, text, word } from './values.js';

export const mySeancesQuery = object({
  from: optional(
    calendarDate.description(
      "Only séances that are on this day of the actor's zone or a later one; today when absent.",
    ),
  ),
  to: optional(
    calendarDate.description("Only séances that start on this day of the actor's zone or earlier."),
  ),
  part: optional(
    oneOf(...ownParts).description('Only what the actor teaches, has a place in, or waits for.'),
  ),
  ...briefPageQuery,
});

const mySeance = object({
  ...seanceFields,
  spaceName: text,
  role: oneOf('trainer', 'learner').description(
    'Of the actor; who teaches it is its trainer, enrolled or not.',
  ),
  url: nullable(word).description('The page where the host shows it; null where the host has none.'),
});

export const mySeancesPage = object({
  ...pageFields(mySeance),
  timeZone: word.description("The actor's, whose days these are."),
  counts: object({ trainer: count, enrolled: count, waiting: count }).description(
    'How many there are of each part, whichever is asked for.',
  ),
});
