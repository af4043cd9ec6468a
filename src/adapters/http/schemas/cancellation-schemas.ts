import { nullable, object, optional } from './object.js';
import { seanceFields } from './seance-schemas.js';
import { seanceIds } from './selection-schemas.js';
import { count, reason } from './values.js';

const reasonField = {
  reason: optional(nullable(reason).description('For everybody who sees the séance.')),
};

export const cancellation = object(reasonField);

/** @param most how many at once. */
export const cancellations = (most: number) => object({ ids: seanceIds(most), ...reasonField });

/** Nothing has to be said. */
export const reinstatement = object({});

const changed = count.description('Of how many séances it was not so before.');
const fields = { ...seanceFields, changed };

export const cancelledSeance = object(fields);

export const reinstatedSeance = object({
  ...fields,
  displaced: optional(
    count.description(
      'Learners who wait now, because they took a place in another séance of the group meanwhile; absent for none.',
    ),
  ),
});

export const cancelledSeances = object({ changed });

export const reinstatedSeances = object({
  changed,
  displaced: count.description('Learners who wait now, as for one.'),
});
