import { eitherOf, listOf, nullable, object, optional, pageOf } from './object.js';
import { seanceFields } from './seance-schemas.js';
import { seanceIds } from './selection-schemas.js';
import { briefPageQuery, count, id, instant, text, wallTime, word } from './values.js';

/** @param most how many at once. */
export const chosenDeletion = (most: number) =>
  object({
    ids: seanceIds(most),
    version: optional(
      count.description(
        'The version that each of them has to have still: as those that were just made have 1.',
      ),
    ),
  });

export const deletedCount = object({ deleted: count });

export const restoredSeance = object({
  ...seanceFields,
  displaced: optional(
    count.description(
      'Learners who wait now, because they took a place in another séance of the group meanwhile; absent for none.',
    ),
  ),
});

/**
 * Which séances are restored: those, or what is left of a deletion.
 *
 * @param most how many at once.
 */
export const restoration = (most: number) =>
  eitherOf({
    ids: seanceIds(most),
    deletionId: id.description('One of the deletions of the space.'),
  });

export const restoredSeances = object({
  restored: count,
  ids: listOf(id).description('Those that were deleted until then.'),
  displaced: count.description(
    'Learners who wait now, because they took a place in another séance of the group meanwhile.',
  ),
});

export const deletionQuery = object(briefPageQuery);

export const deletionPage = pageOf(
  object({
    id,
    deletedAt: instant,
    deletedBy: nullable(object({ id, name: text })).description('Null when they are no longer known.'),
    restorableUntil: instant,
    count: count.description('How many séances are left of it.'),
    seances: listOf(
      object({
        id,
        sessionId: id,
        name: text,
        start: wallTime,
        end: wallTime,
        timeZone: word,
        startsAt: instant,
        endsAt: instant,
        seriesId: nullable(id),
        cancelled: seanceFields.cancelled,
        keptUntil: nullable(instant).description(
          'Until when it is kept for its signed sheets of presence, restorable or not; null without one.',
        ),
      }),
    ).description('The first 100, by their starts.'),
  }),
);
