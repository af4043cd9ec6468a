import { nullable, object, optional } from './object.js';
import { seanceFields } from './seance-schemas.js';
import { count, reason } from './values.js';

export const cancellation = object({
  reason: optional(nullable(reason).description('For everybody who sees the séance.')),
});

/** Nothing has to be said. */
export const reinstatement = object({});

const fields = {
  ...seanceFields,
  changed: count.description('Of how many séances in scope it was not so before.'),
};

export const cancelledSeance = object(fields);

export const reinstatedSeance = object({
  ...fields,
  displaced: optional(
    count.description(
      'Learners who wait now, because they took a place in another séance of the group meanwhile; absent for none.',
    ),
  ),
});
