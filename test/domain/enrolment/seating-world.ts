import type { Enrolment, Learner, PlaceWish } from '../../../src/domain/enrolment/enrolment.js';
import { decide, type Decision } from '../../../src/domain/enrolment/decide.js';
import type { Places } from '../../../src/domain/enrolment/places.js';
import { settle } from '../../../src/domain/enrolment/promotion.js';
import {
  callOff,
  displace,
  isOverLimit,
  leaveOut,
  leavesAutomatic,
  reinstate,
  type Reshape,
  reshape,
} from '../../../src/domain/enrolment/reshaping.js';
import {
  acceptSeat,
  type Arrival,
  enrolAll,
  keepAll,
  leaveAll,
  leaveSeat,
  moveSeat,
  type PlaceOutcome,
  type Refused,
  takeSeat,
} from '../../../src/domain/enrolment/seat-acts.js';
import type { SeatEvent, Seats, SeatWrite } from '../../../src/domain/enrolment/seats.js';
import {
  type MissingRows,
  type Seating,
  withCounts,
  withEnrolments,
  withLinePart,
} from '../../../src/domain/enrolment/seating.js';
import type { EnrolmentMode } from '../../../src/domain/seance/seance-content.js';
import { queuesMove } from '../../../src/domain/settings/settings.js';
import { type Instant, shiftInstant, wallTimeIn } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';

/** What became of a command: everything that is refused is alike here, other suites know the codes. */
export type Outcome = 'enrolled' | 'waiting' | 'already' | 'done' | 'refused';

/** A séance as a world begins with it. */
export interface BeginningSeance {
  readonly isInGroup: boolean;
  /** In minutes, on the world's clock. */
  readonly start: number;
  readonly mode: EnrolmentMode;
  readonly capacity: number | null;
}

const group = { id: 'g', spaceId: 'space', sessionId: 'session', name: 'Ateliers', limit: 1 };
const beginning = '2024-06-01T12:00:00Z' as Instant;
const utc = 'UTC' as TimeZone;
const idOf = (index: number) => `s${index}`;

/**
 * Séances of a session, three or so of them in a group, in which everything happens by the rules of `domain/enrolment`:
 * it keeps the rows that a database keeps, and hands over those that the rules ask for. Séances are known by their index.
 */
export class SeatingWorld {
  readonly places: Places[];
  rows: readonly Enrolment[] = [];
  /** What the last command made happen. */
  events: readonly SeatEvent[] = [];
  /** Enrolments as they were when they were added, by the latest command that adds some. */
  arrived: readonly Enrolment[] = [];
  settings: Seating['settings'] = {
    enrolmentEnabled: true,
    closingDelayMinutes: 0,
    promotion: 'automatic',
  };
  limit = 1;
  /** In minutes since the beginning. */
  now = 0;
  private enrolments = 0;

  /**
   * @param learners everybody of the session, in the directory's order.
   * @param decided sees each act, and what it came to.
   */
  constructor(
    seances: readonly BeginningSeance[],
    readonly learners: readonly string[],
    private readonly decided: (
      world: SeatingWorld,
      act: (seats: Seats) => unknown,
      decision: Decision<unknown>,
    ) => void = () => undefined,
  ) {
    this.places = seances.map(({ isInGroup, start, mode, capacity }, index) => ({
      ...{ seanceId: idOf(index), spaceId: 'space', sessionId: 'session', name: idOf(index), capacity },
      ...{ startsAt: instantAt(start), enrolmentMode: mode, groupId: isInGroup ? group.id : null },
      ...{ enrolled: 0, waiting: 0, nextTurn: 1, isDeleted: false, isCancelled: false },
      ...{ timeZone: utc, opensAt: null, closesAt: null },
    }));
  }

  get queuesMove(): boolean {
    return queuesMove(this.settings);
  }

  /** All that is stored, with what is known from the start: nothing, but for the séances. */
  get seating(): Seating {
    return {
      ...{ now: instantAt(this.now), settings: this.settings, lines: new Map(), counts: new Map() },
      places: new Map(this.places.map((places) => [places.seanceId, places])),
      groups: new Map([[group.id, { ...group, limit: this.limit }]]),
    };
  }

  /** Who is in and who waits, in the order in which they came. */
  lineOf(index: number): readonly Enrolment[] {
    return this.rows.filter(({ seanceId }) => seanceId === idOf(index)).sort(byTurn);
  }

  rowOf(user: string, index: number): Enrolment | undefined {
    return this.rows.find(({ seanceId, learner }) => seanceId === idOf(index) && learner.id === user);
  }

  /** Of a séance that is named by its id; -1 for none. */
  indexOf(seanceId: string | null): number {
    return this.places.findIndex((places) => places.seanceId === seanceId);
  }

  enrol(user: string, index: number, insteadOf: number | null = null): Outcome {
    const request = { ...this.arrival(user), insteadOf: insteadOf === null ? null : idOf(insteadOf) };
    const answer = this.command((seats) => takeSeat(seats, idOf(index), request));
    return 'refused' in answer ? 'refused' : answer.outcome;
  }

  enrolByStaff(users: readonly string[], index: number): readonly Outcome[] {
    const arrivals = users.map((user) => this.arrival(user));
    const answer = this.command((seats) => enrolAll(seats, idOf(index), arrivals));
    return users.map((user) => outcomeOf('refused' in answer ? answer : answer.get(user)));
  }

  accept(user: string, index: number): Outcome {
    const row = this.rowAsked(user, index);
    return row ? outcomeOf(this.command((seats) => acceptSeat(seats, row))) : 'refused';
  }

  remove(user: string, index: number, by: 'learner' | 'staff'): Outcome {
    return outcomeOf(this.command((seats) => leaveSeat(seats, idOf(index), user, by)));
  }

  move(user: string, from: number, to: number): Outcome {
    const row = this.rowAsked(user, from);
    const { enrolmentId } = this.arrival(user);
    const there = { seanceId: idOf(to), enrolmentId };
    return row ? outcomeOf(this.command((seats) => moveSeat(seats, row, there))) : 'refused';
  }

  leaveAll(user: string, reason: 'left-session' | 'user-gone'): Outcome {
    const ids = this.places.map(({ seanceId }) => seanceId);
    this.command((seats) => leaveAll(seats, ids, user, reason));
    return 'done';
  }

  resize(index: number, capacity: number | null): Outcome {
    return this.edit(index, { capacity });
  }

  changeMode(index: number, enrolmentMode: EnrolmentMode): Outcome {
    return this.edit(index, { enrolmentMode });
  }

  changeStart(index: number, start: number): Outcome {
    return this.edit(index, { startsAt: instantAt(start) });
  }

  /** In minutes, on the world's clock; null for none. */
  changeWindow(index: number, opens: number | null, closes: number | null): Outcome {
    return this.edit(index, {
      enrolmentOpens: opens === null ? null : shownInUtc(instantAt(opens)),
      enrolmentCloses: closes === null ? null : shownInUtc(instantAt(closes)),
    });
  }

  /** A limit is never less than what somebody has: that is asked of the rows, when the group is edited. */
  changeLimit(limit: number): Outcome {
    this.events = [];
    if (this.learners.some((user) => this.countOf(user) > limit)) return 'refused';
    this.limit = limit;
    this.carryOut(settle);
    return 'done';
  }

  changeSettings(settings: Seating['settings']): Outcome {
    this.settings = settings;
    this.command(settle);
    return 'done';
  }

  delete(index: number): Outcome {
    this.command((seats) => leaveOut(seats, [idOf(index)]));
    this.carryOut(settle);
    return 'done';
  }

  cancel(index: number): Outcome {
    this.command((seats) => callOff(seats, [idOf(index)]));
    this.carryOut(settle);
    return 'done';
  }

  reinstate(index: number): Outcome {
    this.events = [];
    const cancelled = this.at(index);
    this.carryOut((seats) => reinstate(seats, [idOf(index)]));
    return this.bringBack(index, cancelled);
  }

  restore(index: number): Outcome {
    this.events = [];
    const deleted = this.at(index);
    this.places[index] = { ...deleted, isDeleted: false };
    return this.bringBack(index, deleted);
  }

  /** @param before what it is again when it may not come back. */
  private bringBack(index: number, before: Places): Outcome {
    const isKept = this.carryOut((seats) => seats.hasBegun(idOf(index)));
    if (isKept && this.carryOut((seats) => isOverLimit(seats, idOf(index)))) {
      this.places[index] = before;
      return 'refused';
    }
    if (!isKept) this.carryOut((seats) => displace(seats, idOf(index)));
    this.carryOut(settle);
    return 'done';
  }

  pass(minutes: number): Outcome {
    this.events = [];
    this.now += minutes;
    return 'done';
  }

  /** What the database would answer. A line comes by two, so that no queue is known to its end at once. */
  read(seating: Seating, { enrolments = [], counts = [], line }: MissingRows): Seating {
    const isWished = ({ seanceId, learner }: Enrolment) =>
      enrolments.some((wish: PlaceWish) => wish.seanceId === seanceId && wish.userId === learner.id);
    let known = withEnrolments(seating, enrolments, this.rows.filter(isWished));
    const users = counts.map(({ userId }) => userId);
    const counted = new Map(users.map((userId) => [userId, this.countOf(userId)]));
    known = withCounts(known, group.id, users, counted);
    if (!line) return known;
    const { seanceId, after, of } = line;
    const rest = this.rows
      .filter((row) => row.seanceId === seanceId && row.turn > after)
      .filter(({ status }) => of === 'all' || status === 'waiting')
      .sort(byTurn);
    return withLinePart(known, { ...line, limit: 2 }, rest.slice(0, 2));
  }

  private rowAsked(user: string, index: number): Enrolment | undefined {
    this.events = [];
    return this.rowOf(user, index);
  }

  private countOf(user: string): number {
    const counting = this.places.filter(
      ({ groupId, isDeleted, isCancelled }) => groupId === group.id && !isDeleted && !isCancelled,
    );
    const ids = new Set(counting.map(({ seanceId }) => seanceId));
    return this.rows.filter(
      ({ seanceId, learner, status }) => learner.id === user && status === 'enrolled' && ids.has(seanceId),
    ).length;
  }

  private edit(index: number, shape: Partial<Reshape['after']>): Outcome {
    const places = this.at(index);
    const window = {
      enrolmentOpens: places.opensAt && shownInUtc(places.opensAt),
      enrolmentCloses: places.closesAt && shownInUtc(places.closesAt),
    };
    const edit = { before: { ...places, id: places.seanceId }, after: { ...places, ...window, ...shape } };
    if (this.command((seats) => reshape(seats, [edit], this.learners.length))) return 'refused';
    const everybody = this.learners.map((user) => this.arrival(user));
    if (leavesAutomatic(edit)) this.carryOut((seats) => keepAll(seats, places.seanceId, everybody));
    this.carryOut(settle);
    return 'done';
  }

  private command<Answer>(act: (seats: Seats) => Answer): Answer {
    this.events = [];
    this.arrived = [];
    return this.carryOut(act);
  }

  /** Has an act decided, and stores what it came to. */
  private carryOut<Answer>(act: (seats: Seats) => Answer): Answer {
    let { seating } = this;
    for (;;) {
      const decision = decide(seating, act);
      if ('missing' in decision) {
        seating = this.read(seating, decision.missing);
        continue;
      }
      this.decided(this, act, decision);
      this.events = [...this.events, ...decision.events];
      for (const write of decision.writes) this.store(write);
      this.places.forEach(({ seanceId }, index) => {
        this.places[index] = decision.seating.places.get(seanceId) as Places;
      });
      return decision.answer;
    }
  }

  private store(write: SeatWrite): void {
    if (write.does === 'count') return;
    if (write.does === 'clear') {
      this.rows = this.rows.filter(({ seanceId }) => seanceId !== write.seanceId);
      return;
    }
    if (write.does === 'add') this.arrived = [...this.arrived, write.enrolment];
    const others = this.rows.filter(({ id }) => id !== write.enrolment.id);
    this.rows = write.does === 'remove' ? others : [...others, write.enrolment];
  }

  private arrival(user: string): Arrival {
    this.enrolments += 1;
    const learner: Learner = { id: user, name: user, firstName: user, lastName: user };
    return { enrolmentId: `e${this.enrolments}`, learner };
  }

  private at(index: number): Places {
    return this.places[index] as Places;
  }
}

function instantAt(minutes: number): Instant {
  return shiftInstant(beginning, minutes * 60);
}

function shownInUtc(instant: Instant): WallTime {
  return wallTimeIn(utc, instant);
}

function byTurn(one: Enrolment, other: Enrolment): number {
  return one.turn - other.turn;
}

function outcomeOf(answer: PlaceOutcome | Refused | Enrolment | undefined): Outcome {
  if (answer === 'group-limit' || answer === 'seance-full') return 'refused';
  if (typeof answer === 'string') return answer;
  return answer && 'refused' in answer ? 'refused' : 'done';
}
