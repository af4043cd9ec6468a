import { listOf, object, partial } from './object.js';
import { written } from './seance-schemas.js';
import { clockTime, count, id } from './values.js';

/** @param most how many at once. */
export const seanceIds = (most: number) => listOf(id).strict().min(1).max(most).unique();

/** @param most how many at once. */
export const idList = (most: number) => object({ ids: seanceIds(most) });

const { locationId, trainerIds, capacity, inAgenda } = written;

/** @param most how many at once. */
export const selectionEdit = (most: number) =>
  object({
    ids: seanceIds(most),
    changes: object(
      partial({
        ...{ locationId, trainerIds, capacity, inAgenda },
        startTime: clockTime.description('On the day and the clocks of each.'),
        endTime: clockTime.description('On the day and the clocks of each.'),
      }),
    ).min(1),
  });

export const editedCount = object({ edited: count });
