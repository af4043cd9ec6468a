import type { Knex } from 'knex';
import type { Enrolment, EnrolmentStatus, Learner } from '../../domain/enrolment/enrolment.js';
import { groupedBy } from '../../domain/grouped.js';
import type { Places } from '../../domain/enrolment/places.js';
import type { Instant } from '../../domain/time/schedule.js';
import { searchTerms } from '../../domain/text/fold.js';
import type { PageOf } from '../../domain/page.js';
import type {
  BookError,
  EnrolmentRepository,
  EnrolmentSearch,
  ListedEnrolment,
  OwnEnrolment,
  PlaceWish,
} from '../../ports/enrolment-repository.js';
import { bookErrors, withStalledQueue } from './book-errors.js';
import { contains } from './dialect.js';
import type { EventNumbers } from './event-numbers.js';
import {
  enrolmentColumns,
  enrolmentFromRow,
  nameColumns,
  type EnrolmentRow,
  placesColumns,
  placesFromRow,
  type PlacesRow,
  rowFromEnrolment,
} from './enrolment-row.js';
import { chunks, insertRows, replaceRows } from './many-rows.js';

const idsPerStatement = 1_000;
/** SQLite takes conditions nested 1,000 deep, and each séance that has a condition of its own is one. */
const seancesPerStatement = 200;

/** What a request, a promotion or a demotion changes of a row. */
const changeable = ['status', 'instead_of', 'enrolled_at'];

export class KnexEnrolmentRepository implements EnrolmentRepository {
  /** What the rows say that this transaction has locked. */
  private readonly locked = new Map<string, Places>();

  constructor(
    private readonly knex: Knex,
    private readonly numbers: EventNumbers,
  ) {}

  async lockPlaces(spaceId: string | null, seanceIds: readonly string[]): Promise<readonly Places[]> {
    const places: Places[] = [];
    for (const some of chunks([...seanceIds].sort(), idsPerStatement)) {
      const found = this.knex('seance').select(placesColumns).whereIn('id', some).orderBy('id').forUpdate();
      if (spaceId !== null) found.where({ space_id: spaceId });
      const rows = (await found) as PlacesRow[];
      this.numbers.learn(rows);
      places.push(...rows.map(placesFromRow));
    }
    for (const of of places) this.locked.set(of.seanceId, of);
    return places;
  }

  async entangledIn(groupIds: readonly string[]): Promise<readonly string[]> {
    if (groupIds.length === 0) return [];
    const inGroups = () => this.knex('seance as s').whereIn('s.group_id', groupIds).whereNull('s.deleted_at');
    const queues = (await inGroups().where('s.waiting_count', '>', 0).pluck('s.id')) as string[];
    if (queues.length === 0) return [];
    const givenUp = (await inGroups()
      .join('seance_enrolment as e', 'e.instead_of', 's.id')
      .whereIn('e.seance_id', queues)
      .where('e.status', 'waiting')
      .pluck('s.id')) as string[];
    return [...queues, ...givenUp];
  }

  async find(wishes: readonly PlaceWish[]): Promise<readonly Enrolment[]> {
    const enrolments: Enrolment[] = [];
    for (const some of chunks(wishes, idsPerStatement)) {
      const bySeance = [...groupedBy(some, ({ seanceId }) => seanceId)];
      for (const few of chunks(bySeance, seancesPerStatement)) {
        // In one piece: Knex takes longer to put so many conditions together than the database to find the rows.
        const conditions = few.map(
          ([, wanted]) => `(seance_id = ? and user_id in (${wanted.map(() => '?').join(', ')}))`,
        );
        const values = few.flatMap(([seanceId, wanted]) => [seanceId, ...wanted.map(({ userId }) => userId)]);
        const rows = (await this.rows().whereRaw(`(${conditions.join(' or ')})`, values)) as EnrolmentRow[];
        enrolments.push(...rows.map(enrolmentFromRow));
      }
    }
    return enrolments;
  }

  async get(spaceId: string, seanceId: string, id: string): Promise<Enrolment | undefined> {
    const [row] = (await this.rows().where({
      id,
      seance_id: seanceId,
      space_id: spaceId,
    })) as EnrolmentRow[];
    return row && enrolmentFromRow(row);
  }

  async queueAfter(seanceId: string, turn: number, limit: number): Promise<readonly Enrolment[]> {
    return this.byTurn({ seance_id: seanceId, status: 'waiting' }, turn, limit);
  }

  async allAfter(seanceId: string, turn: number, limit: number): Promise<readonly Enrolment[]> {
    return this.byTurn({ seance_id: seanceId }, turn, limit);
  }

  async queuesAfter(now: Instant, afterId: string, limit: number): Promise<readonly string[]> {
    return withStalledQueue(this.knex, now)
      .where('id', '>', afterId)
      .orderBy('id')
      .limit(limit)
      .pluck('id') as Promise<string[]>;
  }

  async countInGroup(groupId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const some of chunks(userIds, idsPerStatement)) {
      const rows = (await this.enrolledInGroups([groupId])
        .whereIn('e.user_id', some)
        .select({ userId: 'e.user_id' })
        .count({ count: '*' })
        .groupBy('e.user_id')) as unknown as { userId: string; count: number }[];
      for (const { userId, count } of rows) counts.set(userId, count);
    }
    return counts;
  }

  async countsOf(userId: string, groupIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (groupIds.length === 0) return new Map();
    const rows = (await this.enrolledInGroups(groupIds)
      .where('e.user_id', userId)
      .select({ groupId: 's.group_id' })
      .count({ count: '*' })
      .groupBy('s.group_id')) as unknown as { groupId: string; count: number }[];
    return new Map(rows.map(({ groupId, count }) => [groupId, count]));
  }

  async mostInGroup(groupId: string): Promise<number> {
    const counts = this.enrolledInGroups([groupId]).count({ count: '*' }).groupBy('e.user_id').as('c');
    const [{ most }] = (await this.knex(counts).max({ most: 'c.count' })) as unknown as [
      { most: number | null },
    ];
    return most ?? 0;
  }

  async insert(enrolments: readonly Enrolment[]): Promise<void> {
    await insertRows(this.knex, 'seance_enrolment', enrolments.map(rowFromEnrolment));
  }

  async update(enrolments: readonly Enrolment[]): Promise<void> {
    await replaceRows(this.knex, 'seance_enrolment', enrolments.map(rowFromEnrolment), changeable);
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const some of chunks(ids, idsPerStatement))
      await this.knex('seance_enrolment').whereIn('id', some).delete();
  }

  async removeAllOf(seanceId: string): Promise<void> {
    await this.knex('seance_enrolment').where({ seance_id: seanceId }).delete();
  }

  /** Rows that change alike share a statement: of a rush over a hundred séances, nearly all do. */
  async saveCounts(places: readonly Places[]): Promise<void> {
    const changes = places.map((of) => [of.seanceId, this.changeOf(of)] as const);
    for (const some of groupedBy(changes, ([, change]) => JSON.stringify(change)).values()) {
      const [, { lastEventAt, ...more }] = some[0] as (typeof some)[0];
      for (const few of chunks(some, idsPerStatement)) {
        const ids = few.map(([id]) => id);
        const update = this.knex('seance').whereIn('id', ids).increment(more);
        await (lastEventAt === undefined ? update : update.update({ last_event_at: lastEventAt }));
      }
    }
    for (const of of places) this.locked.set(of.seanceId, of);
  }

  async search(search: EnrolmentSearch): Promise<PageOf<ListedEnrolment>> {
    const { size } = search;
    const first = (search.page - 1) * size;
    const counted = (await this.matching(search)
      .select('status')
      .count({ count: '*' })
      .groupBy('status')) as unknown as { status: EnrolmentStatus; count: number }[];
    const total = counted.reduce((sum, { count }) => sum + count, 0);
    const enrolled = counted.find(({ status }) => status === 'enrolled')?.count ?? 0;
    const rows = await this.some(search, 'enrolled', 'name_sort', first, size);
    const turnsBefore = Math.max(0, first - enrolled);
    rows.push(...(await this.some(search, 'waiting', 'turn', turnsBefore, size - rows.length)));
    const positions = await this.positions(rows);
    const items = rows.map((row) => ({
      enrolment: enrolmentFromRow(row),
      position: positions.get(row.id) ?? null,
    }));
    return { items, total };
  }

  async ofUser(userId: string, seanceIds: readonly string[]): Promise<readonly OwnEnrolment[]> {
    const own: OwnEnrolment[] = [];
    for (const some of chunks(seanceIds, idsPerStatement)) {
      const rows = (await this.rows()
        .where({ user_id: userId })
        .whereIn('seance_id', some)) as EnrolmentRow[];
      const positions = await this.positions(rows);
      own.push(
        ...rows.map((row) => ({
          seanceId: row.seance_id,
          status: enrolmentFromRow(row).status,
          position: positions.get(row.id) ?? null,
        })),
      );
    }
    return own;
  }

  async usersAmong(seanceId: string, userIds: readonly string[]): Promise<ReadonlySet<string>> {
    const users = new Set<string>();
    for (const some of chunks(userIds, idsPerStatement)) {
      const found = (await this.knex('seance_enrolment')
        .where({ seance_id: seanceId })
        .whereIn('user_id', some)
        .pluck('user_id')) as string[];
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
    const found = this.knex('seance_enrolment')
      .select({ spaceId: 'space_id', seanceId: 'seance_id' })
      .where({ user_id: userId, ...(sessionId !== null && { session_id: sessionId }) })
      .where('seance_id', '>', afterId)
      .orderBy('seance_id')
      .limit(limit);
    return (await found) as { spaceId: string; seanceId: string }[];
  }

  async rename(learner: Learner): Promise<void> {
    await this.knex('seance_enrolment').where({ user_id: learner.id }).update(nameColumns(learner));
  }

  async check(now: Instant, queuesMove: boolean): Promise<readonly BookError[]> {
    return bookErrors(this.knex, now, queuesMove);
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

  private rows() {
    return this.knex('seance_enrolment').select(enrolmentColumns);
  }

  private async byTurn(
    where: Record<string, string>,
    turn: number,
    limit: number,
  ): Promise<readonly Enrolment[]> {
    const rows = (await this.rows()
      .where(where)
      .where('turn', '>', turn)
      .orderBy(['turn', 'id'])
      .limit(limit)) as EnrolmentRow[];
    return rows.map(enrolmentFromRow);
  }

  private enrolledInGroups(groupIds: readonly string[]): Knex.QueryBuilder {
    return this.knex('seance as s')
      .join('seance_enrolment as e', 'e.seance_id', 's.id')
      .whereIn('s.group_id', groupIds)
      .whereNull('s.deleted_at')
      .where('e.status', 'enrolled');
  }

  private matching({ spaceId, seanceId, status, q = '' }: EnrolmentSearch): Knex.QueryBuilder {
    const found = this.knex('seance_enrolment').where({ seance_id: seanceId, space_id: spaceId });
    if (status) found.where({ status });
    for (const term of searchTerms(q)) found.whereRaw(contains('name_sort'), [term]);
    return found;
  }

  /** Those of one status in an order that an index has. */
  private async some(
    search: EnrolmentSearch,
    status: EnrolmentStatus,
    order: 'name_sort' | 'turn',
    offset: number,
    limit: number,
  ): Promise<EnrolmentRow[]> {
    if (limit <= 0) return [];
    return (await this.matching(search)
      .where({ status })
      .select(enrolmentColumns)
      .orderBy([order, 'id'])
      .limit(limit)
      .offset(offset)) as EnrolmentRow[];
  }

  /** Positions in the queue of those rows that wait: how many wait no longer than them. */
  private async positions(rows: readonly EnrolmentRow[]): Promise<ReadonlyMap<string, number>> {
    const ids = rows.filter(({ status }) => status === 'waiting').map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const found = (await this.knex('seance_enrolment as e')
      .join('seance_enrolment as before', function () {
        this.on('before.seance_id', 'e.seance_id').andOn('before.turn', '<=', 'e.turn');
      })
      .whereIn('e.id', ids)
      .where('before.status', 'waiting')
      .select({ id: 'e.id' })
      .count({ position: '*' })
      .groupBy('e.id')) as unknown as { id: string; position: number }[];
    return new Map(found.map(({ id, position }) => [id, position]));
  }
}
