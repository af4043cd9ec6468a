import type { Knex } from 'knex';
import type { Enrolment, Learner, PlaceWish } from '../../domain/enrolment/enrolment.js';
import { groupedBy } from '../../domain/grouped.js';
import type { Places } from '../../domain/enrolment/places.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { PageOf } from '../../domain/page.js';
import type {
  BookError,
  EnrolmentRepository,
  EnrolmentSearch,
  ListedEnrolment,
  OverlappingSeance,
  OverlapSearch,
  OwnEnrolment,
} from '../../ports/enrolment-repository.js';
import { bookErrors, withStalledQueue } from './book-errors.js';
import type { EventNumbers } from './event-numbers.js';
import {
  enrolmentColumns,
  enrolmentFromRow,
  nameColumns,
  placesColumns,
  placesFromRow,
  rowFromEnrolment,
} from './enrolment-row.js';
import { queuePositions, searchEnrolments } from './enrolment-search.js';
import { overlappingPlaces } from './overlapping-places.js';
import { chunks, insertRows, replaceRows } from './many-rows.js';
import type { EnrolmentRow, SeanceRow } from './tables.js';

/** SQLite takes conditions nested 1,000 deep, and each séance that has a condition of its own is one. */
const seancesPerStatement = 200;

/** What a request, a promotion or a demotion changes of a row. */
const changeable = ['status', 'instead_of', 'enrolled_at'] as const;

export class KnexEnrolmentRepository implements EnrolmentRepository {
  /** What the rows say that this transaction has locked. */
  private readonly locked = new Map<string, Places>();

  constructor(
    private readonly knex: Knex,
    private readonly numbers: EventNumbers,
  ) {}

  async lockPlaces(spaceId: string | null, seanceIds: readonly string[]): Promise<readonly Places[]> {
    const places: Places[] = [];
    for (const batch of chunks([...seanceIds].sort())) {
      const found = this.seances().whereIn('id', batch);
      if (spaceId !== null) void found.where({ space_id: spaceId });
      const rows = await found
        .select(...placesColumns)
        .orderBy('id')
        .forUpdate();
      this.numbers.learn(rows);
      places.push(...rows.map(placesFromRow));
    }
    for (const of of places) this.locked.set(of.seanceId, of);
    return places;
  }

  async entangledIn(groupIds: readonly string[]): Promise<readonly string[]> {
    if (groupIds.length === 0) return [];
    const inGroups = () =>
      this.knex<SeanceRow>('seance as s')
        .whereIn('s.group_id', groupIds)
        .whereNull('s.deleted_at')
        .whereNull('s.cancelled_at');
    const queues = await inGroups().where('s.waiting_count', '>', 0).pluck<string[]>('s.id');
    if (queues.length === 0) return [];
    const givenUp = await inGroups()
      .join('seance_enrolment as e', 'e.instead_of', 's.id')
      .whereIn('e.seance_id', queues)
      .where('e.status', 'waiting')
      .pluck<string[]>('s.id');
    return [...queues, ...givenUp];
  }

  async find(wishes: readonly PlaceWish[]): Promise<readonly Enrolment[]> {
    const enrolments: Enrolment[] = [];
    for (const batch of chunks(wishes)) {
      const bySeance = [...groupedBy(batch, ({ seanceId }) => seanceId)];
      for (const part of chunks(bySeance, seancesPerStatement)) {
        // In one piece: Knex takes longer to put so many conditions together than the database to find the rows.
        const conditions = part.map(
          ([, wanted]) => `(seance_id = ? and user_id in (${wanted.map(() => '?').join(', ')}))`,
        );
        const values = part.flatMap(([seanceId, wanted]) => [
          seanceId,
          ...wanted.map(({ userId }) => userId),
        ]);
        const rows = await this.rows().whereRaw(`(${conditions.join(' or ')})`, values);
        enrolments.push(...rows.map(enrolmentFromRow));
      }
    }
    return enrolments;
  }

  async get(spaceId: string, seanceId: string, id: string): Promise<Enrolment | undefined> {
    const [row] = await this.rows().where({ id, seance_id: seanceId, space_id: spaceId });
    return row && enrolmentFromRow(row);
  }

  async queueAfter(seanceId: string, turn: number, limit: number): Promise<readonly Enrolment[]> {
    return this.byTurn({ seance_id: seanceId, status: 'waiting' }, turn, limit);
  }

  async allAfter(seanceId: string, turn: number, limit: number): Promise<readonly Enrolment[]> {
    return this.byTurn({ seance_id: seanceId }, turn, limit);
  }

  async queuesAfter(
    platformId: string,
    now: Instant,
    afterId: string,
    limit: number,
  ): Promise<readonly string[]> {
    return withStalledQueue(this.knex, now, [platformId])
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .pluck('id');
  }

  async countInGroup(groupId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const batch of chunks(userIds)) {
      const rows = await this.enrolledInGroups([groupId])
        .whereIn('e.user_id', batch)
        .select({ userId: 'e.user_id' })
        .count<{ userId: string; count: number }[]>({ count: '*' })
        .groupBy('e.user_id');
      for (const { userId, count } of rows) counts.set(userId, count);
    }
    return counts;
  }

  async countsOf(userId: string, groupIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (groupIds.length === 0) return new Map();
    const rows = await this.enrolledInGroups(groupIds)
      .where('e.user_id', userId)
      .select({ groupId: 's.group_id' })
      .count<{ groupId: string; count: number }[]>({ count: '*' })
      .groupBy('s.group_id');
    return new Map(rows.map(({ groupId, count }) => [groupId, count]));
  }

  async mostInGroup(groupId: string): Promise<number> {
    const counts = this.enrolledInGroups([groupId]).count({ count: '*' }).groupBy('e.user_id').as('c');
    const [found] = await this.knex(counts).max<{ most: number | null }[]>({ most: 'c.count' });
    return found?.most ?? 0;
  }

  async insert(enrolments: readonly Enrolment[]): Promise<void> {
    await insertRows<EnrolmentRow>(this.knex, 'seance_enrolment', enrolments.map(rowFromEnrolment));
  }

  async update(enrolments: readonly Enrolment[]): Promise<void> {
    await replaceRows<EnrolmentRow>(
      this.knex,
      'seance_enrolment',
      enrolments.map(rowFromEnrolment),
      changeable,
    );
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const batch of chunks(ids)) await this.enrolments().whereIn('id', batch).delete();
  }

  async removeAllOf(seanceId: string): Promise<void> {
    await this.enrolments().where({ seance_id: seanceId }).delete();
  }

  /** Rows that change alike share a statement: of a rush over a hundred séances, nearly all do. */
  async saveCounts(places: readonly Places[]): Promise<void> {
    const changes = places.map((of) => [of.seanceId, this.changeOf(of)] as const);
    for (const same of groupedBy(changes, ([, change]) => JSON.stringify(change)).values()) {
      const [, { lastEventAt, ...more }] = same[0] as (typeof same)[0];
      for (const part of chunks(same)) {
        const ids = part.map(([id]) => id);
        // Knex would have a typed row grow in all its columns.
        const update = this.knex('seance').whereIn('id', ids).increment(more);
        await (lastEventAt === undefined ? update : update.update({ last_event_at: lastEventAt }));
      }
    }
    for (const of of places) this.locked.set(of.seanceId, of);
  }

  async search(search: EnrolmentSearch): Promise<PageOf<ListedEnrolment>> {
    return searchEnrolments(this.knex, search);
  }

  async ofUser(userId: string, seanceIds: readonly string[]): Promise<readonly OwnEnrolment[]> {
    const own: OwnEnrolment[] = [];
    for (const batch of chunks(seanceIds)) {
      const rows = await this.rows().where({ user_id: userId }).whereIn('seance_id', batch);
      const positions = await queuePositions(this.knex, rows);
      own.push(
        ...rows.map((row) => ({
          seanceId: row.seance_id,
          status: row.status,
          position: positions.get(row.id) ?? null,
        })),
      );
    }
    return own;
  }

  overlaps(searches: readonly OverlapSearch[]): Promise<readonly (readonly OverlappingSeance[])[]> {
    return overlappingPlaces(this.knex, searches);
  }

  async usersAmong(seanceId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const users = new Set<string>();
    for (const batch of chunks(userIds)) {
      const found = await this.enrolments()
        .where({ seance_id: seanceId })
        .whereIn('user_id', batch)
        .pluck('user_id');
      for (const id of found) users.add(id);
    }
    return users;
  }

  async seancesOf(
    userId: string,
    sessionId: string | null,
    afterId: string,
    limit: number,
  ): Promise<readonly { readonly spaceId: string; readonly seanceId: string }[]> {
    return this.enrolments()
      .select({ spaceId: 'space_id', seanceId: 'seance_id' })
      .where({ user_id: userId, ...(sessionId !== null && { session_id: sessionId }) })
      .where('seance_id', '>', afterId)
      .orderBy('seance_id')
      .limit(limit);
  }

  async rename(learner: Learner): Promise<void> {
    await this.enrolments().where({ user_id: learner.id }).update(nameColumns(learner));
  }

  async check(now: Instant, moving: readonly string[]): Promise<readonly BookError[]> {
    return bookErrors(this.knex, now, moving);
  }

  /** By how much the counters of a locked séance change, that of its events included. */
  private changeOf({ seanceId, enrolled, waiting, nextTurn }: Places) {
    const before = this.locked.get(seanceId);
    if (!before) throw new Error(`The places of séance ${seanceId} are not locked.`);
    const drawn = this.numbers.storing(seanceId);
    return {
      enrolled_count: enrolled - before.enrolled,
      waiting_count: waiting - before.waiting,
      next_turn: nextTurn - before.nextTurn,
      ...(drawn && { event_count: drawn.more, lastEventAt: drawn.lastAt }),
    };
  }

  private seances() {
    return this.knex<SeanceRow>('seance');
  }

  private enrolments() {
    return this.knex<EnrolmentRow>('seance_enrolment');
  }

  private rows() {
    return this.enrolments().select(...enrolmentColumns);
  }

  private async byTurn(
    where: Partial<EnrolmentRow>,
    turn: number,
    limit: number,
  ): Promise<readonly Enrolment[]> {
    const found = this.rows().where(where).where('turn', '>', turn);
    return (await found.orderBy(['turn', 'id']).limit(limit)).map(enrolmentFromRow);
  }

  private enrolledInGroups(groupIds: readonly string[]) {
    return this.knex<SeanceRow>('seance as s')
      .join('seance_enrolment as e', 'e.seance_id', 's.id')
      .whereIn('s.group_id', groupIds)
      .whereNull('s.deleted_at')
      .whereNull('s.cancelled_at')
      .where('e.status', 'enrolled');
  }
}
