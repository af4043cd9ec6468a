import type { Seance } from '../seance/seance.js';
import { windowInstants } from '../seance/enrolment-window.js';
import type { Enrolment } from './enrolment.js';
import { needsOf, roomFor } from './promotion.js';
import type { Seats } from './seats.js';

/** An edit of a séance, as far as places are concerned. */
export interface Reshape {
  readonly before: Pick<Seance, 'id' | 'enrolmentMode'>;
  readonly after: Pick<
    Seance,
    'enrolmentMode' | 'capacity' | 'groupId' | 'startsAt' | 'timeZone' | 'enrolmentOpens' | 'enrolmentCloses'
  >;
}

/** Edits that cannot be made, each with the number of those who would be enrolled. */
export interface RefusedReshapes<Edit> {
  readonly refused: 'seance-started' | 'capacity-below-enrolled';
  readonly edits: readonly { readonly edit: Edit; readonly enrolled: number }[];
}

/**
 * What an edit does to the places of séances: nobody loses theirs.
 *
 * - A capacity below the number enrolled is refused.
 * - Into automatic: everybody is in, so that places and queue have nothing more to say. Once it has begun, those who
 *   have a place are those who take part: that stays as it is.
 * - Out of automatic: everybody who was in is given a place of their own afterwards, by `enrolAll`.
 *
 * @param everybody how many learners the session has.
 */
export function reshape<Edit extends Reshape>(
  seats: Seats,
  edits: readonly Edit[],
  everybody: number,
): RefusedReshapes<Edit> | undefined {
  const counted = edits.map((edit) => ({
    edit,
    enrolled: leavesAutomatic(edit) ? everybody : seats.placesOf(edit.before.id).enrolled,
  }));
  const lost = counted.filter(
    ({ edit, enrolled }) => becomesAutomatic(edit) && enrolled > 0 && seats.hasBegun(edit.before.id),
  );
  if (lost.length > 0) return { refused: 'seance-started', edits: lost };
  const tooFew = counted.filter(
    ({ edit: { after }, enrolled }) =>
      after.enrolmentMode !== 'automatic' && (after.capacity ?? Infinity) < enrolled,
  );
  if (tooFew.length > 0) return { refused: 'capacity-below-enrolled', edits: tooFew };
  for (const edit of edits) {
    const { capacity, enrolmentMode, groupId, startsAt, timeZone } = edit.after;
    if (becomesAutomatic(edit)) seats.clear(edit.before.id);
    seats.reshape(edit.before.id, {
      ...{ capacity, enrolmentMode, groupId, startsAt, timeZone },
      ...windowInstants(edit.after),
    });
  }
  return undefined;
}

export function leavesAutomatic({ before, after }: Reshape): boolean {
  return before.enrolmentMode === 'automatic' && after.enrolmentMode !== 'automatic';
}

function becomesAutomatic({ before, after }: Reshape): boolean {
  return after.enrolmentMode === 'automatic' && before.enrolmentMode !== 'automatic';
}

/** Séances were deleted: their places count in no group any more. */
export function leaveOut(seats: Seats, seanceIds: readonly string[]): void {
  for (const id of seanceIds) seats.reshape(id, { isDeleted: true });
}

/** Séances were cancelled: their places are kept, and count in no group. */
export function callOff(seats: Seats, seanceIds: readonly string[]): void {
  for (const id of seanceIds) seats.reshape(id, { isCancelled: true });
}

/** Cancelled séances take place after all: their places count in their groups again. */
export function reinstate(seats: Seats, seanceIds: readonly string[]): void {
  for (const id of seanceIds) seats.reshape(id, { isCancelled: false });
}

/** The group of séances was taken away: no limit is in the way of who waits in them. */
export function ungroup(seats: Seats, seanceIds: readonly string[]): void {
  for (const id of seanceIds) seats.reshape(id, { groupId: null });
}

/**
 * A séance is back: those whose room in the group was used up meanwhile wait, at their own turn.
 *
 * @returns how many.
 */
export function displace(seats: Seats, seanceId: string): number {
  let displaced = 0;
  for (const enrolment of placesOverLimit(seats, seanceId)) {
    seats.change(enrolment, { status: 'waiting', enrolledAt: null });
    seats.say('enrolment.waiting', enrolment, { reason: 'restored-without-a-place', status: 'enrolled' });
    displaced += 1;
  }
  return displaced;
}

/** Whether somebody in the séance has more places in its group than the limit. */
export function isOverLimit(seats: Seats, seanceId: string): boolean {
  return placesOverLimit(seats, seanceId).next().done === false;
}

/** By turn. Each is looked at when it is asked for: one that is taken back changes what comes after. */
function* placesOverLimit(seats: Seats, seanceId: string): Generator<Enrolment> {
  // Without a limit there is nobody over it, and no line to read.
  if (!seats.groupOf(seanceId)) return;
  const { known, isWhole } = seats.inLine(seanceId, 'all');
  const enrolled = known.filter(({ status }) => status === 'enrolled');
  seats.need({ counts: needsOf(seats, enrolled).counts });
  for (const enrolment of enrolled) if (roomFor(seats, enrolment) < 0) yield enrolment;
  if (!isWhole) seats.needMore(seanceId, 'all');
}
