import type { Enrolment } from './enrolment.js';
import type { EnrolmentBar, PlaceChanger } from './enrolment-rules.js';
import type { MissingRows } from './seating.js';
import type { SeatEvent, Seats } from './seats.js';

/** Somebody's place or turn, asked for or had: in a séance, perhaps instead of another one of its group. */
export type Seat = Pick<Enrolment, 'seanceId' | 'learner' | 'insteadOf'>;

/** What a learner gives up for a place in a group. */
export interface Exchange {
  /** The place that is given up; undefined for none. What may not be left now is not given up. */
  readonly given: Enrolment | undefined;
  /** The place that would be given up, if it might be left. */
  readonly kept: { readonly enrolment: Enrolment; readonly bar: EnrolmentBar } | undefined;
  /** Whether the limit of the group allows the new place, once `given` is given up. */
  readonly hasRoom: boolean;
}

/**
 * @param by whose doing it is that the place named in `insteadOf` is given up.
 * @param alongside who is asked about next: what is to be read for them is read in one go.
 */
export function exchange(
  seats: Seats,
  seat: Seat,
  by: PlaceChanger,
  alongside: readonly Seat[] = [seat],
): Exchange {
  // Nothing has to be known where nothing is counted: most séances, of which a rush asks thousands of times a second.
  if (!seats.groupOf(seat.seanceId)) return ungrouped;
  if (seats.missingOf(needsOf(seats, [seat]))) seats.need(needsOf(seats, alongside));
  const had = placeNamedBy(seats, seat);
  const bar = had && seats.barTo('leave', by, had.seanceId);
  const room = roomFor(seats, seat);
  return had && bar
    ? { given: undefined, kept: { enrolment: had, bar }, hasRoom: room > 0 }
    : { given: had, kept: undefined, hasRoom: room + (had ? 1 : 0) > 0 };
}

const ungrouped: Exchange = { given: undefined, kept: undefined, hasRoom: true };

/** In how many more séances of the group the learner may be enrolled; Infinity without a group. */
export function roomFor(seats: Seats, { seanceId, learner }: Pick<Seat, 'seanceId' | 'learner'>): number {
  const group = seats.groupOf(seanceId);
  return group ? group.limit - seats.countOf({ groupId: group.id, userId: learner.id }) : Infinity;
}

/** The rows that {@link exchange} looks at. */
export function needsOf(
  seats: Seats,
  asked: readonly Seat[],
): Required<Pick<MissingRows, 'enrolments' | 'counts'>> {
  return {
    enrolments: asked.flatMap((seat) => {
      const seanceId = exchangedFor(seats, seat);
      return seanceId === undefined ? [] : [{ seanceId, userId: seat.learner.id }];
    }),
    counts: asked.flatMap(({ seanceId, learner }) => {
      const group = seats.groupOf(seanceId);
      return group ? [{ groupId: group.id, userId: learner.id }] : [];
    }),
  };
}

/** Fills what is free from the queues, until nothing moves any more: the first séance first, and who came first in it. */
export function settle(seats: Seats, seanceIds: readonly string[] = seats.seanceIds): void {
  for (let index = 0; index < seanceIds.length;)
    index = fill(seats, seanceIds[index] as string) === 'gave-up' ? 0 : index + 1;
}

/** {@link settle}s where somebody may move after a place came free in a séance: in all of its group. */
export function settleAround(seats: Seats, seanceId: string): void {
  const group = seats.groupOf(seanceId);
  settle(seats, group ? seats.seanceIds.filter((id) => seats.groupOf(id) === group) : [seanceId]);
}

/** Takes an enrolment away; whoever is next in the queue gets the place. */
export function release(seats: Seats, enrolment: Enrolment, reason: string): void {
  vacate(seats, enrolment, reason);
  if (enrolment.status === 'enrolled') settleAround(seats, enrolment.seanceId);
}

/** Gives a place that is free to somebody who waits. */
export function promote(
  seats: Seats,
  enrolment: Enrolment,
  given: Enrolment | undefined,
  data: SeatEvent['data'] = {},
): Enrolment {
  const promoted = seats.change(enrolment, { status: 'enrolled', insteadOf: null, enrolledAt: seats.now });
  seats.say('enrolment.promoted', promoted, data);
  if (given) vacate(seats, given, 'changed');
  return promoted;
}

/** After somebody has joined a queue, or wishes something else in it. */
export function moveUp(seats: Seats, seanceId: string): void {
  if (fill(seats, seanceId) === 'gave-up') settleAround(seats, seanceId);
}

/**
 * Promotes from the queue of a séance while it has places. Who has no room is skipped and keeps the turn.
 *
 * @returns `gave-up` at the first who gave up another place for it: somebody before them may want that.
 */
function fill(seats: Seats, seanceId: string): 'done' | 'gave-up' {
  if (!seats.promotes(seanceId)) return 'done';
  const { known, isWhole } = seats.inLine(seanceId, 'queue');
  for (const enrolment of known) {
    if (!seats.promotes(seanceId)) return 'done';
    const { given, hasRoom } = exchange(seats, enrolment, 'queue', known);
    if (!hasRoom) continue;
    promote(seats, enrolment, given);
    if (given) return 'gave-up';
  }
  if (!isWhole && seats.promotes(seanceId)) seats.needMore(seanceId, 'queue');
  return 'done';
}

function vacate(seats: Seats, enrolment: Enrolment, reason: string): void {
  const { seanceId, status } = enrolment;
  seats.remove(enrolment);
  // The only one who leaves what has begun without staff.
  const correction = reason === 'user-gone' ? {} : seats.correctionOf(seanceId);
  seats.say('enrolment.cancelled', enrolment, { reason, status, ...correction });
}

/** The place that a learner has in the séance that they name for this one, when both count in one group. */
function placeNamedBy(seats: Seats, seat: Seat): Enrolment | undefined {
  const seanceId = exchangedFor(seats, seat);
  const enrolment =
    seanceId === undefined ? undefined : seats.enrolmentOf({ seanceId, userId: seat.learner.id });
  return enrolment?.status === 'enrolled' ? enrolment : undefined;
}

function exchangedFor(seats: Seats, { seanceId, insteadOf }: Seat): string | undefined {
  if (insteadOf === null) return undefined;
  const group = seats.groupOf(seanceId);
  return group && seats.groupOf(insteadOf) === group ? insteadOf : undefined;
}
