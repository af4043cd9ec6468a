import { admission, freePlaces, type Places, withMore } from '../../domain/enrolment/places.js';
import type { Enrolment, EnrolmentSource, Learner } from '../../domain/enrolment/enrolment.js';
import { barTo, type EnrolmentBar, type PlaceChanger } from '../../domain/enrolment/enrolment-rules.js';
import { groupedBy } from '../../domain/grouped.js';
import type { SeanceGroup } from '../../domain/group/group.js';
import type { Named } from '../../domain/event/seance-event.js';
import { Refusal } from '../../domain/refusal.js';
import { queuesMove, type Settings } from '../../domain/settings/settings.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Fact } from '../event/event-recorder.js';
import type { PlaceWish } from '../../ports/enrolment-repository.js';
import { EnrolmentBook } from './enrolment-book.js';
import { barredSeance, type Exchange } from './exchange.js';

/** What became of a request for a place. */
export type PlaceOutcome = 'enrolled' | 'waiting' | 'already' | 'group-limit';

/** How many of a queue are read at a time, beyond the places that are free. */
const queueStep = 20;

/**
 * The one path for every change of a place: by the learner, by staff, by a capacity, a mode, a group, a deletion or a
 * departure. It holds the locks of its séances (see place-ledgers.ts), decides in memory, and writes in a handful of
 * statements what was decided, with the events that say so.
 */
export class PlaceLedger {
  /** What happened, in order: written down by who opened the ledger. */
  readonly facts: Fact[] = [];
  private readonly book: EnrolmentBook;
  private readonly changed = new Set<string>();

  /** @param places the locked séances; every one that a change can reach. */
  constructor(
    private readonly repositories: Repositories,
    private readonly places: Map<string, Places>,
    private readonly groups: ReadonlyMap<string, SeanceGroup>,
    private readonly settings: Settings,
    private readonly ids: IdGenerator,
    private readonly now: Instant,
    private actor: Named | null,
  ) {
    this.book = new EnrolmentBook(repositories);
  }

  /** Says who does what follows. */
  actingFor(actor: Named): void {
    this.actor = actor;
  }

  /** Whether the séance is there, and not deleted. */
  has(seanceId: string): boolean {
    return this.places.get(seanceId)?.isDeleted === false;
  }

  /** @throws Refusal `not-found` when the séance is not there, or deleted. */
  placesOf(seanceId: string): Places {
    const places = this.places.get(seanceId);
    if (!places || places.isDeleted) throw new Refusal('not-found');
    return places;
  }

  /** Reads what is known of many at once, so that each of them costs no statement of its own. */
  async prepare(wishes: readonly PlaceWish[]): Promise<void> {
    const here = wishes.filter(({ seanceId }) => this.has(seanceId));
    await this.book.load(here);
    for (const [group, some] of groupedBy(here, ({ seanceId }) => this.groupOf(seanceId))) {
      const userIds = new Set(some.map(({ userId }) => userId));
      if (group) await this.book.loadCounts(group.id, [...userIds]);
    }
  }

  /** What keeps somebody from a place in a locked séance, or in theirs; undefined when nothing does. */
  barTo(act: 'take' | 'leave', by: PlaceChanger, seanceId: string): EnrolmentBar | undefined {
    const places = this.places.get(seanceId);
    return places && barTo(act, by, places, this.settings, this.now);
  }

  /** @param by whose doing it is that the place named in `insteadOf` is given up. */
  async exchange(
    { seanceId, learner, insteadOf }: Pick<Enrolment, 'seanceId' | 'learner' | 'insteadOf'>,
    by: PlaceChanger,
  ): Promise<Exchange> {
    const places = this.placesOf(seanceId);
    const had = await this.placeIn(places, learner.id, insteadOf);
    const bar = had && this.barTo('leave', by, had.seanceId);
    const room = await this.roomFor(places, learner.id);
    return had && bar
      ? { given: undefined, kept: { enrolment: had, bar }, hasRoom: room > 0 }
      : { given: had, kept: undefined, hasRoom: room + (had ? 1 : 0) > 0 };
  }

  enrolmentOf(seanceId: string, userId: string): Promise<Enrolment | undefined> {
    return this.book.get(seanceId, userId);
  }

  /**
   * Gives a learner a place, or a turn in the queue.
   *
   * @param insteadOf a séance of the same group whose place is given up once this one is certain, if it may be left then.
   */
  async enrol(
    seanceId: string,
    learner: Learner,
    source: EnrolmentSource,
    insteadOf: string | null = null,
  ): Promise<PlaceOutcome> {
    const places = this.placesOf(seanceId);
    const existing = await this.book.get(seanceId, learner.id);
    if (existing) return this.again(existing, insteadOf);
    const by = source === 'self' ? 'learner' : 'staff';
    const { given, hasRoom } = await this.exchange({ seanceId, learner, insteadOf }, by);
    if (!hasRoom) return 'group-limit';
    const status = admission(places);
    const enrolment: Enrolment = {
      id: this.ids.next(),
      seanceId,
      spaceId: places.spaceId,
      sessionId: places.sessionId,
      learner,
      status,
      turn: places.nextTurn,
      source,
      insteadOf: status === 'waiting' ? (given?.seanceId ?? null) : null,
      requestedAt: this.now,
      enrolledAt: status === 'enrolled' ? this.now : null,
    };
    this.set({ ...withMore(places, status, 1), nextTurn: places.nextTurn + 1 });
    this.book.add(enrolment, this.groupOf(seanceId)?.id);
    this.say(`enrolment.${status}`, enrolment, { source });
    if (status === 'waiting') await this.promoteIn(seanceId);
    else if (given) await this.release(given, 'changed');
    return (await this.book.get(seanceId, learner.id))?.status ?? status;
  }

  /** Who waits may think again of what they would give up: a free place that the limit kept from them is theirs then. */
  private async again(existing: Enrolment, insteadOf: string | null): Promise<PlaceOutcome> {
    const { seanceId, status } = existing;
    if (status === 'waiting' && insteadOf !== null && insteadOf !== existing.insteadOf) {
      this.book.change({ ...existing, insteadOf }, this.groupOf(seanceId)?.id);
      await this.promoteIn(seanceId);
    }
    return 'already';
  }

  /** Takes an enrolment away; whoever is next in the queue gets the place. */
  async release(enrolment: Enrolment, reason: string): Promise<void> {
    const { seanceId, status } = enrolment;
    const group = this.groupOf(seanceId);
    this.book.remove(enrolment, group?.id);
    const places = this.places.get(seanceId);
    if (places) this.set(withMore(places, status, -1));
    this.say('enrolment.cancelled', enrolment, { reason, status });
    if (status === 'enrolled') await (group ? this.settle() : this.promoteIn(seanceId));
  }

  /**
   * Gives somebody who waits a place although others may be before them: staff decided, and staff's rule says whether
   * the place that they wait to exchange may be left.
   *
   * @throws Refusal `seance-full`, `group-limit`, and what keeps that place when there is no room beside it.
   */
  async accept(enrolment: Enrolment): Promise<Enrolment> {
    const places = this.placesOf(enrolment.seanceId);
    if (enrolment.status === 'enrolled') return enrolment;
    if (freePlaces(places) <= 0) throw new Refusal('seance-full');
    const { given, kept, hasRoom } = await this.exchange(enrolment, 'staff');
    if (!hasRoom && kept) throw await barredSeance(this.repositories, kept.enrolment, kept.bar, []);
    if (!hasRoom) throw new Refusal('group-limit');
    return this.promote(enrolment, given, { accepted: true });
  }

  /** Whether the learner has more places in the group than its limit. */
  async isOverLimit({ seanceId, learner }: Enrolment): Promise<boolean> {
    return (await this.roomFor(this.placesOf(seanceId), learner.id)) < 0;
  }

  /** Puts a place back into the queue, at its own turn: after a deletion was undone that others used. */
  demote(enrolment: Enrolment): void {
    const places = this.placesOf(enrolment.seanceId);
    this.book.change(
      { ...enrolment, status: 'waiting', enrolledAt: null },
      this.groupOf(places.seanceId)?.id,
    );
    this.set(withMore(withMore(places, 'enrolled', -1), 'waiting', 1));
    this.say('enrolment.waiting', enrolment, { reason: 'restored-without-a-place' });
  }

  /** The séance as an edit leaves it: what it was locked as no longer counts. */
  reshape(
    seanceId: string,
    shape: Pick<Places, 'capacity' | 'enrolmentMode' | 'groupId' | 'startsAt'>,
  ): void {
    const { capacity, enrolmentMode, groupId, startsAt } = shape;
    this.places.set(seanceId, { ...this.placesOf(seanceId), capacity, enrolmentMode, groupId, startsAt });
    this.book.forgetCounts();
  }

  /** Everybody is in now: there is nothing left to count. */
  async clear(seanceId: string): Promise<void> {
    await this.repositories.enrolments.removeAllOf(seanceId);
    this.book.forget(seanceId);
    this.set({ ...this.placesOf(seanceId), enrolled: 0, waiting: 0 });
  }

  /** The séance was deleted: its places count in no group any more. */
  leaveOut(seanceId: string): void {
    this.places.set(seanceId, { ...this.placesOf(seanceId), isDeleted: true });
    this.book.forgetCounts();
  }

  /** Fills what is free from the queues, until nothing moves any more. */
  async settle(): Promise<void> {
    let moved = true;
    while (moved) {
      moved = false;
      for (const id of [...this.places.keys()].sort()) moved = (await this.promoteIn(id)) || moved;
    }
  }

  /** Writes what was decided. */
  async flush(): Promise<void> {
    const changed = [...this.changed].sort().flatMap((id) => this.places.get(id) ?? []);
    await this.book.flush();
    await this.repositories.enrolments.saveCounts(changed);
    this.changed.clear();
  }

  /** Promotes from the queue of a séance while it has places; true when somebody was. */
  private async promoteIn(seanceId: string): Promise<boolean> {
    let moved = false;
    for (let after = 0; this.promotes(seanceId);) {
      const limit = Math.min(freePlaces(this.placesOf(seanceId)) + queueStep, 1_000);
      const queue = await this.book.queueAfter(seanceId, after, limit);
      for (const { turn, learner } of queue) {
        after = turn;
        if (!this.promotes(seanceId)) break;
        // Read again: a place that a promotion gave up may have moved others of the same queue.
        const enrolment = await this.book.get(seanceId, learner.id);
        if (enrolment?.status !== 'waiting') continue;
        const { given, hasRoom } = await this.exchange(enrolment, 'queue');
        if (!hasRoom) continue;
        await this.promote(enrolment, given);
        moved = true;
      }
      if (queue.length < limit) break;
    }
    return moved;
  }

  private promotes(seanceId: string): boolean {
    const places = this.places.get(seanceId);
    return (
      places?.isDeleted === false &&
      queuesMove(this.settings) &&
      places.waiting > 0 &&
      freePlaces(places) > 0 &&
      this.barTo('take', 'queue', seanceId) === undefined
    );
  }

  /** @param given what the learner gives up for the place. */
  private async promote(
    enrolment: Enrolment,
    given: Enrolment | undefined,
    data: Fact['data'] = {},
  ): Promise<Enrolment> {
    const { seanceId } = enrolment;
    const promoted: Enrolment = { ...enrolment, status: 'enrolled', insteadOf: null, enrolledAt: this.now };
    const places = this.placesOf(seanceId);
    this.book.change(promoted, this.groupOf(seanceId)?.id);
    this.set(withMore(withMore(places, 'waiting', -1), 'enrolled', 1));
    this.say('enrolment.promoted', promoted, data);
    if (given) await this.release(given, 'changed');
    return promoted;
  }

  /** The place that a learner has in the séance that they name for one in `places`, when both count in one group. */
  private async placeIn(
    { groupId }: Places,
    userId: string,
    insteadOf: string | null,
  ): Promise<Enrolment | undefined> {
    if (insteadOf === null || groupId === null) return undefined;
    if (!this.has(insteadOf) || this.placesOf(insteadOf).groupId !== groupId) return undefined;
    const enrolment = await this.book.get(insteadOf, userId);
    return enrolment?.status === 'enrolled' ? enrolment : undefined;
  }

  /** In how many more séances of the group the learner may be enrolled; Infinity without a group. */
  private async roomFor({ seanceId }: Places, userId: string): Promise<number> {
    const group = this.groupOf(seanceId);
    return group ? group.limit - (await this.book.countOf(group.id, userId)) : Infinity;
  }

  private groupOf(seanceId: string): SeanceGroup | undefined {
    return this.has(seanceId) ? this.groups.get(this.places.get(seanceId)?.groupId ?? '') : undefined;
  }

  private set(places: Places): void {
    this.places.set(places.seanceId, places);
    this.changed.add(places.seanceId);
  }

  private say(type: Fact['type'], enrolment: Enrolment, data: Fact['data'] = {}): void {
    const { seanceId: id, spaceId, sessionId, learner } = enrolment;
    this.facts.push({
      type,
      seance: { id, spaceId, sessionId },
      actor: this.actor,
      user: { id: learner.id, name: learner.name },
      data: { enrolmentId: enrolment.id, ...data },
    });
  }
}
