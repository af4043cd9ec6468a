import type { Enrolment, EnrolmentSource, Learner } from './enrolment.js';
import type { EnrolmentBar } from './enrolment-rules.js';
import { admission, freePlaces } from './places.js';
import { exchange, moveUp, needsOf, promote, release, settleAround } from './promotion.js';
import type { BarMoment, Seats } from './seats.js';

/** What became of a request for a place. */
export type PlaceOutcome = 'enrolled' | 'waiting' | 'already' | SeatBar;

/** What keeps somebody from a place whom no rule of the séance bars. `seance-full` where nobody waits for one. */
export type SeatBar = 'seance-full' | 'group-limit';

/**
 * An act that a rule keeps from being done: nothing has changed then. `otherSeanceId` names the séance that is in the
 * way when it is not the one that the act is in; `moment` is when a learner may come, or until when they might.
 */
export type Refused =
  | {
      readonly refused: EnrolmentBar | SeatBar;
      readonly moment?: BarMoment | undefined;
      readonly otherSeanceId?: undefined;
    }
  | { readonly refused: EnrolmentBar; readonly otherSeanceId: string };

/** A place that a learner has or waits for. */
export interface Seated {
  /** `already` when they had it, or waited for it, before. */
  readonly outcome: Exclude<PlaceOutcome, SeatBar>;
  /**
   * As it was given, if it is theirs no more: who waits elsewhere to give up this very séance, and finds a place there
   * now, has moved on. Null in an automatic séance, where who is in is derived from the session.
   */
  readonly enrolment: Enrolment | null;
}

/** Somebody who comes, with the id of the enrolment that they would have. */
export interface Arrival {
  readonly enrolmentId: string;
  readonly learner: Learner;
}

/**
 * A learner takes a place, or a turn in the queue.
 *
 * @param insteadOf a séance of the same group whose place is given up once this one is certain, if it may be left then.
 */
export function takeSeat(
  seats: Seats,
  seanceId: string,
  { enrolmentId, learner, insteadOf }: Arrival & { readonly insteadOf: string | null },
): Seated | Refused {
  if (seats.placesOf(seanceId).enrolmentMode === 'automatic') return { outcome: 'already', enrolment: null };
  const before = seats.enrolmentOf({ seanceId, userId: learner.id });
  const bar = seats.barTo('take', 'learner', seanceId);
  if (bar && !before) return barredBy(seats, seanceId, bar);
  const { kept } = exchange(seats, { seanceId, learner, insteadOf }, 'learner');
  if (kept && before?.status !== 'enrolled')
    return { refused: kept.bar, otherSeanceId: kept.enrolment.seanceId };
  const arrival = { enrolmentId, learner };
  if (bar && before) return { outcome: 'already', enrolment: before };
  const seated = seat(seats, seanceId, arrival, 'self', insteadOf);
  return typeof seated === 'string' ? { refused: seated } : seated;
}

/** Staff enrol several, in this order. @returns what became of each, by the learner's id. */
export function enrolAll(
  seats: Seats,
  seanceId: string,
  arrivals: readonly Arrival[],
): ReadonlyMap<string, PlaceOutcome> | Refused {
  const bar = seats.barTo('take', 'staff', seanceId);
  return bar ? { refused: bar } : seatAll(seats, seanceId, arrivals, 'staff');
}

/**
 * Those who were in when a séance stopped being automatic have a place of their own from now on, whatever keeps others
 * from one.
 *
 * @returns what became of each, by the learner's id.
 */
export function keepAll(
  seats: Seats,
  seanceId: string,
  arrivals: readonly Arrival[],
): ReadonlyMap<string, PlaceOutcome> {
  return seatAll(seats, seanceId, arrivals, 'automatic');
}

/** Somebody gives up their place or turn, or staff take it from them; nothing when they have none. */
export function leaveSeat(
  seats: Seats,
  seanceId: string,
  userId: string,
  by: 'learner' | 'staff',
): Refused | undefined {
  const bar = seats.barTo('leave', by, seanceId);
  if (bar) return barredBy(seats, seanceId, bar);
  const enrolment = seats.enrolmentOf({ seanceId, userId });
  if (enrolment) release(seats, enrolment, by === 'learner' ? 'left' : 'removed');
  return undefined;
}

/** The host says that somebody is gone: from the session, whose begun séances they took part in, or altogether. */
export function leaveAll(
  seats: Seats,
  seanceIds: readonly string[],
  userId: string,
  reason: 'left-session' | 'user-gone',
): void {
  seats.need({ enrolments: seanceIds.map((seanceId) => ({ seanceId, userId })) });
  for (const seanceId of seanceIds) {
    const enrolment = seats.enrolmentOf({ seanceId, userId });
    const leaves = reason === 'user-gone' || !seats.hasBegun(seanceId);
    if (enrolment && leaves) release(seats, enrolment, reason);
  }
}

/**
 * Staff give somebody who waits a place although others may be before them. Accepting who is enrolled changes nothing.
 *
 * @param by `staff` when it is they who name the place that is exchanged.
 */
export function acceptSeat(
  seats: Seats,
  enrolment: Enrolment,
  by: 'acceptance' | 'staff' = 'acceptance',
): Enrolment | Refused {
  const { seanceId, status, learner } = enrolment;
  const bar = seats.barTo('take', 'staff', seanceId);
  if (bar) return { refused: bar };
  if (status === 'enrolled') return enrolment;
  if (freePlaces(seats.placesOf(seanceId)) <= 0) return { refused: 'seance-full' };
  const { given, kept, hasRoom } = exchange(seats, enrolment, by);
  if (!hasRoom && kept) return { refused: kept.bar, otherSeanceId: kept.enrolment.seanceId };
  if (!hasRoom) return { refused: 'group-limit' };
  const promoted = promote(seats, enrolment, given, {
    accepted: true,
    ...seats.correctionOf(seanceId),
  });
  if (given) settleAround(seats, seanceId);
  return seats.enrolmentOf({ seanceId, userId: learner.id }) ?? promoted;
}

/** Staff move somebody to another séance in one step: the place is given up when the new one is theirs. */
export function moveSeat(
  seats: Seats,
  enrolment: Enrolment,
  to: { readonly seanceId: string; readonly enrolmentId: string },
): Enrolment | Refused {
  const { seanceId, learner } = enrolment;
  const bar = seats.barTo('leave', 'staff', seanceId);
  if (bar) return { refused: bar };
  const barThere = seats.barTo('take', 'staff', to.seanceId);
  if (barThere) return { refused: barThere, otherSeanceId: to.seanceId };
  const there = seats.enrolmentOf({ seanceId: to.seanceId, userId: learner.id });
  const answer = there
    ? acceptSeat(seats, { ...there, insteadOf: seanceId }, 'staff')
    : comeFrom(seats, seanceId, to.seanceId, { enrolmentId: to.enrolmentId, learner });
  if ('refused' in answer) return answer;
  const left = seats.enrolmentOf({ seanceId, userId: learner.id });
  if (left) release(seats, left, 'moved');
  return seats.enrolmentOf({ seanceId: to.seanceId, userId: learner.id }) ?? answer;
}

function barredBy(seats: Seats, seanceId: string, bar: EnrolmentBar): Refused {
  return { refused: bar, moment: seats.momentOf(bar, seanceId) };
}

/** Staff move nobody into a queue. */
function comeFrom(seats: Seats, fromId: string, seanceId: string, arrival: Arrival): Enrolment | Refused {
  if (admission(seats.placesOf(seanceId), seats.now) !== 'enrolled') return { refused: 'seance-full' };
  const seated = seat(seats, seanceId, arrival, 'staff', fromId);
  return typeof seated === 'string' ? { refused: seated } : seated.enrolment;
}

function seatAll(
  seats: Seats,
  seanceId: string,
  arrivals: readonly Arrival[],
  source: EnrolmentSource,
): ReadonlyMap<string, PlaceOutcome> {
  const asked = arrivals.map(({ learner }) => ({ seanceId, learner, insteadOf: null }));
  seats.need({
    enrolments: asked.map(({ learner }) => ({ seanceId, userId: learner.id })),
    counts: needsOf(seats, asked).counts,
  });
  return new Map(
    arrivals.map((arrival) => {
      const seated = seat(seats, seanceId, arrival, source, null);
      return [arrival.learner.id, typeof seated === 'string' ? seated : seated.outcome];
    }),
  );
}

function seat(
  seats: Seats,
  seanceId: string,
  { enrolmentId, learner }: Arrival,
  source: EnrolmentSource,
  insteadOf: string | null,
): (Seated & { readonly enrolment: Enrolment }) | SeatBar {
  const before = seats.enrolmentOf({ seanceId, userId: learner.id });
  if (before) return thinkAgain(seats, before, insteadOf);
  const by = source === 'self' ? 'learner' : 'staff';
  const { given, hasRoom } = exchange(seats, { seanceId, learner, insteadOf }, by);
  if (!hasRoom) return 'group-limit';
  const places = seats.placesOf(seanceId);
  const { spaceId, sessionId, nextTurn } = places;
  const status = admission(places, seats.now);
  if (status === 'seance-full') return status;
  const enrolment: Enrolment = {
    id: enrolmentId,
    seanceId,
    spaceId,
    sessionId,
    learner,
    status,
    turn: nextTurn,
    source,
    insteadOf: status === 'waiting' ? (given?.seanceId ?? null) : null,
    requestedAt: seats.now,
    enrolledAt: status === 'enrolled' ? seats.now : null,
  };
  seats.add(enrolment);
  const correction = source === 'staff' ? seats.correctionOf(seanceId) : {};
  seats.say(`enrolment.${status}`, enrolment, { source, ...correction });
  if (status === 'waiting') moveUp(seats, seanceId);
  else if (given) release(seats, given, 'changed');
  const now = seats.enrolmentOf({ seanceId, userId: learner.id }) ?? enrolment;
  return { outcome: now.status, enrolment: now };
}

/** Who waits may think again of what they would give up: a free place that the limit kept from them is theirs then. */
function thinkAgain(
  seats: Seats,
  before: Enrolment,
  insteadOf: string | null,
): { readonly outcome: 'already'; readonly enrolment: Enrolment } {
  if (before.status === 'waiting' && insteadOf !== null && insteadOf !== before.insteadOf) {
    seats.change(before, { insteadOf });
    moveUp(seats, before.seanceId);
  }
  const { seanceId, learner } = before;
  return { outcome: 'already', enrolment: seats.enrolmentOf({ seanceId, userId: learner.id }) ?? before };
}
