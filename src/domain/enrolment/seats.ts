import type { Named, SeanceEvent } from '../event/seance-event.js';
import type { SeanceGroup } from '../group/group.js';
import { Refusal } from '../refusal.js';
import { queuesMove } from '../settings/settings.js';
import type { Instant } from '../time/schedule.js';
import type { TimeZone } from '../time/time-zone.js';
import type { Enrolment, PlaceWish } from './enrolment.js';
import { barTo, type EnrolmentBar, momentOf, type PlaceChanger } from './enrolment-rules.js';
import { freePlaces, hasBegun, type Places, withMore } from './places.js';
import {
  countKey,
  emptyLine,
  knownIn,
  type GroupCount,
  type Line,
  type LinePart,
  type MissingRows,
  type Seating,
  unknownLine,
} from './seating.js';

/** Something that happened to an enrolment. */
export interface SeatEvent {
  readonly type: Extract<SeanceEvent['type'], `enrolment.${string}`>;
  readonly seance: { readonly id: string; readonly spaceId: string; readonly sessionId: string };
  readonly user: Named;
  readonly data: Readonly<Record<string, unknown>>;
}

/** When a bar ends or began, and on which clocks that is shown. */
export interface BarMoment {
  readonly at: Instant;
  readonly timeZone: TimeZone;
}

/** What is to be stored. `count` is of the counters of a séance, `clear` of all enrolments in it. */
export type SeatWrite =
  | { readonly does: 'add' | 'change' | 'remove'; readonly enrolment: Enrolment }
  | { readonly does: 'clear'; readonly seanceId: string }
  | { readonly does: 'count'; readonly seanceId: string };

/** How many of a queue are read at a time beyond the places that are free, and at most; and of everybody in a séance. */
const queueStep = 20;
const mostOfQueue = 1_000;
const atATime = 500;

type Counter = 'enrolled' | 'waiting' | 'nextTurn';

/** A seating while an act changes it. Knows no rule but that what is not known has to be asked for. */
export class Seats {
  readonly events: SeatEvent[] = [];
  readonly writes: SeatWrite[] = [];
  private readonly places: Draft<string, Places>;
  private readonly lines: Draft<string, Line>;
  private counts: Draft<string, number>;
  private hasForgotten = false;
  /** The enrolments of those lines that are this act's own copies. */
  private readonly copied = new Map<string, Map<string, Enrolment | null>>();

  constructor(private readonly before: Seating) {
    this.places = new Draft(before.places);
    this.lines = new Draft(before.lines);
    this.counts = new Draft(before.counts);
  }

  get now(): Seating['now'] {
    return this.before.now;
  }

  /** Ids of the séances, in the order in which their queues move. */
  get seanceIds(): readonly string[] {
    return [...this.places.now.keys()].sort();
  }

  seating(): Seating {
    return { ...this.before, places: this.places.now, lines: this.lines.now, counts: this.counts.now };
  }

  /** Whether the séance is there, and not deleted. */
  has(seanceId: string): boolean {
    return this.places.now.get(seanceId)?.isDeleted === false;
  }

  /** @throws Refusal `not-found` when the séance is not there, or deleted. */
  placesOf(seanceId: string): Places {
    const places = this.places.now.get(seanceId);
    if (!places || places.isDeleted) throw new Refusal('not-found');
    return places;
  }

  /** The group whose limit counts a place in the séance; undefined for none. */
  groupOf(seanceId: string): SeanceGroup | undefined {
    const { groupId, isDeleted, isCancelled } = this.places.now.get(seanceId) ?? {};
    return isDeleted === false && !isCancelled ? this.before.groups.get(groupId ?? '') : undefined;
  }

  /** What keeps somebody from a place in a séance, or in theirs; undefined when nothing does. */
  barTo(act: 'take' | 'leave', by: PlaceChanger, seanceId: string): EnrolmentBar | undefined {
    const places = this.places.now.get(seanceId);
    return places && barTo(act, by, places, this.before.settings, this.now);
  }

  /** When what bars a learner from a place in a séance ends, or began, in its zone; undefined where that says nothing. */
  momentOf(bar: EnrolmentBar, seanceId: string): BarMoment | undefined {
    const places = this.placesOf(seanceId);
    const at = momentOf(bar, places, this.before.settings);
    return at && { at, timeZone: places.timeZone };
  }

  /** Whether the séance is there, and those who have a place in it take part. */
  hasBegun(seanceId: string): boolean {
    const places = this.places.now.get(seanceId);
    return places !== undefined && hasBegun(places, this.now);
  }

  /** How an event says that staff corrected the list of a séance that had begun. */
  correctionOf(seanceId: string): { readonly correction?: true } {
    return this.hasBegun(seanceId) ? { correction: true } : {};
  }

  /** Whether who waits in the séance gets a place now, as far as the séance decides that. */
  promotes(seanceId: string): boolean {
    return (
      this.has(seanceId) &&
      queuesMove(this.before.settings) &&
      this.placesOf(seanceId).waiting > 0 &&
      freePlaces(this.placesOf(seanceId)) > 0 &&
      this.barTo('take', 'queue', seanceId) === undefined
    );
  }

  enrolmentOf({ seanceId, userId }: PlaceWish): Enrolment | undefined {
    const known = knownIn(this.lineOf(seanceId), userId);
    if (known === undefined) this.need({ enrolments: [{ seanceId, userId }] });
    return known ?? undefined;
  }

  countOf(count: GroupCount): number {
    const known = this.counts.now.get(countKey(count));
    if (known === undefined) this.need({ counts: [count] });
    return known ?? 0;
  }

  /** Asks for those of the rows that are not known; together, so that they are read together. */
  need(rows: MissingRows): void {
    const missing = this.missingOf(rows);
    if (missing) throw new Missing(missing);
  }

  /** Those of the rows that are not known; undefined when all are. */
  missingOf({ enrolments = [], counts = [] }: MissingRows): MissingRows | undefined {
    const unknown = {
      enrolments: enrolments.filter(
        ({ seanceId, userId }) => knownIn(this.lineOf(seanceId), userId) === undefined,
      ),
      counts: counts.filter((count) => !this.counts.now.has(countKey(count))),
    };
    if (this.hasForgotten && unknown.counts.length > 0)
      throw new Error('What an act has made out of date is read after it, by another one.');
    return unknown.enrolments.length + unknown.counts.length > 0 ? unknown : undefined;
  }

  /** Who is in a séance or waits for it, by turn, as far as is known; `isWhole` when there is nobody else. */
  inLine(
    seanceId: string,
    of: LinePart['of'],
  ): { readonly known: readonly Enrolment[]; readonly isWhole: boolean } {
    const { enrolments, queueTo, allTo } = this.lineOf(seanceId);
    const to = of === 'all' ? allTo : queueTo;
    const known = [...enrolments.values()]
      .filter((enrolment) => enrolment !== null)
      .filter(({ turn, status }) => turn <= to && (of === 'all' || status === 'waiting'))
      .sort((one, other) => one.turn - other.turn);
    return { known, isWhole: to === Infinity };
  }

  /** Asks for more of a line than is known. */
  needMore(seanceId: string, of: LinePart['of']): never {
    const { queueTo, allTo } = this.lineOf(seanceId);
    const wanted = freePlaces(this.placesOf(seanceId)) + queueStep;
    throw new Missing({
      line:
        of === 'all'
          ? { seanceId, of, after: allTo, limit: atATime }
          : { seanceId, of, after: queueTo, limit: Math.min(wanted, mostOfQueue) },
    });
  }

  add(enrolment: Enrolment): void {
    const { seanceId, status } = enrolment;
    const { nextTurn } = this.placesOf(seanceId);
    this.store('add', enrolment);
    this.countMore(enrolment, status, 1);
    this.setPlaces({ ...this.placesOf(seanceId), nextTurn: nextTurn + 1 });
  }

  /** Stores what changes of an enrolment, and counts it anew when its status does. */
  change(
    before: Enrolment,
    changes: Partial<Pick<Enrolment, 'status' | 'insteadOf' | 'enrolledAt'>>,
  ): Enrolment {
    const after = { ...before, ...changes };
    this.store('change', after);
    if (after.status !== before.status) {
      this.countMore(before, before.status, -1);
      this.countMore(after, after.status, 1);
    }
    return after;
  }

  remove(enrolment: Enrolment): void {
    this.store('remove', enrolment);
    this.countMore(enrolment, enrolment.status, -1);
  }

  /** Takes all enrolments of a séance away. */
  clear(seanceId: string): void {
    this.writes.push({ does: 'clear', seanceId }, { does: 'count', seanceId });
    this.copied.delete(seanceId);
    this.lines.set(seanceId, emptyLine);
    this.setPlaces({ ...this.placesOf(seanceId), enrolled: 0, waiting: 0 });
    this.forgetCounts();
  }

  /**
   * The séance as an edit or a deletion leaves it, which others store. How many places count in a group has to be read
   * again then: an act that does this asks for no more.
   */
  reshape(
    seanceId: string,
    shape: Partial<Omit<Places, 'seanceId' | 'spaceId' | 'sessionId' | 'name' | Counter>>,
  ): void {
    this.setPlaces({ ...this.placesOf(seanceId), ...shape });
    this.forgetCounts();
  }

  say(type: SeatEvent['type'], enrolment: Enrolment, data: SeatEvent['data'] = {}): void {
    const { seanceId: id, spaceId, sessionId, learner } = enrolment;
    this.events.push({
      type,
      seance: { id, spaceId, sessionId },
      user: { id: learner.id, name: learner.name },
      data: { enrolmentId: enrolment.id, ...data },
    });
  }

  private lineOf(seanceId: string): Line {
    return this.lines.now.get(seanceId) ?? unknownLine;
  }

  private store(does: 'add' | 'change' | 'remove', enrolment: Enrolment): void {
    const { seanceId, learner } = enrolment;
    this.writes.push({ does, enrolment });
    let enrolments = this.copied.get(seanceId);
    if (!enrolments) {
      const line = this.lineOf(seanceId);
      enrolments = new Map(line.enrolments);
      this.copied.set(seanceId, enrolments);
      this.lines.set(seanceId, { ...line, enrolments });
    }
    enrolments.set(learner.id, does === 'remove' ? null : enrolment);
  }

  private countMore({ seanceId, learner }: Enrolment, status: Enrolment['status'], more: number): void {
    const places = this.places.now.get(seanceId);
    if (!places) return;
    this.writes.push({ does: 'count', seanceId });
    this.setPlaces(withMore(places, status, more));
    const group = this.groupOf(seanceId);
    const key = group && countKey({ groupId: group.id, userId: learner.id });
    const known = key === undefined ? undefined : this.counts.now.get(key);
    if (key !== undefined && known !== undefined && status === 'enrolled') this.counts.set(key, known + more);
  }

  private setPlaces(places: Places): void {
    this.places.set(places.seanceId, places);
  }

  private forgetCounts(): void {
    this.hasForgotten = true;
    this.counts = new Draft<string, number>(new Map());
  }
}

/** A map that may be changed while what it began as stays what it was: copied at the first change. */
class Draft<Key, Value> {
  private copy: Map<Key, Value> | undefined;

  constructor(private readonly before: ReadonlyMap<Key, Value>) {}

  get now(): ReadonlyMap<Key, Value> {
    return this.copy ?? this.before;
  }

  set(key: Key, value: Value): void {
    (this.copy ??= new Map(this.before)).set(key, value);
  }
}

/** Thrown through an act by what it cannot go on without. */
export class Missing extends Error {
  constructor(readonly rows: MissingRows) {
    super('An act was decided without rows that it needs.');
  }
}
