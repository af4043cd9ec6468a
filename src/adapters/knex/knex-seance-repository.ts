import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { PageOf } from '../../domain/page.js';
import type {
  ListedSeance,
  SeanceQuery,
  SeanceRecord,
  SeanceRepository,
  SeanceSort,
} from '../../ports/seance-repository.js';
import { contains, neverScanned } from './dialect.js';
import type { CounterRow, EventNumbers } from './event-numbers.js';
import { chunks, insertRows, replaceRows } from './many-rows.js';
import {
  changeable,
  type JoinedRow,
  listedFromRow,
  rowOf,
  seanceColumns,
  seanceFromRow,
  type SeanceRow,
} from './seance-row.js';
import { trainersOf } from './seance-trainers.js';
import { eachSeance, trainedSeances } from './trained-seances.js';

/** The order of each sort, and the index that it is a prefix of, so that a page never sorts the session. */
const orders: Readonly<Record<SeanceSort, { readonly columns: readonly string[]; readonly index: string }>> =
  {
    start: { columns: ['starts_at', 'id'], index: 'seance_by_start' },
    end: { columns: ['ends_at', 'starts_at', 'id'], index: 'seance_by_end' },
    name: { columns: ['name_sort', 'starts_at', 'id'], index: 'seance_by_name' },
    capacity: { columns: ['capacity_sort', 'starts_at', 'id'], index: 'seance_by_capacity' },
    enrolmentMode: { columns: ['enrolment_mode', 'starts_at', 'id'], index: 'seance_by_mode' },
    group: { columns: ['group_sort', 'starts_at', 'id'], index: 'seance_by_group' },
  };

const idsPerStatement = 1_000;

/** By which a list finds its rows: those of the orders, and those of the filters that leave few. */
const listIndexes: readonly string[] = [
  ...Object.values(orders).map(({ index }) => index),
  'seance_of_group',
  'seance_of_series',
  'seance_at_location',
];

export class KnexSeanceRepository implements SeanceRepository {
  constructor(
    private readonly knex: Knex,
    private readonly numbers: EventNumbers,
  ) {}

  async list(query: SeanceQuery): Promise<PageOf<ListedSeance>> {
    if (query.size !== 'all') {
      const [items, total] = await Promise.all([this.pageOf(query), this.count(query)]);
      return { items, total };
    }
    const total = await this.count(query);
    const isTooLong = query.most !== undefined && total > query.most;
    return { items: isTooLong || total === 0 ? [] : await this.pageOf(query), total };
  }

  async get(spaceId: string, id: string): Promise<ListedSeance> {
    const [listed] = await this.find(spaceId, [id]);
    if (!listed) throw new Refusal('not-found');
    return listed;
  }

  async find(spaceId: string, ids: readonly string[]): Promise<readonly ListedSeance[]> {
    const found: ListedSeance[] = [];
    for (const some of chunks(ids, idsPerStatement)) {
      const there = this.joined()
        .where('s.space_id', spaceId)
        .whereIn('s.id', some)
        .whereNull('s.deleted_at');
      found.push(...(await this.listed(there)));
    }
    return found;
  }

  async lock(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]> {
    return this.lockWhere(spaceId, ids, (query) => query.whereNull('deleted_at'));
  }

  async lockDeleted(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]> {
    return this.lockWhere(spaceId, ids, (query) => query.whereNotNull('deleted_at'));
  }

  async lockSeries(spaceId: string, seriesId: string): Promise<readonly Seance[]> {
    await this.touchSeries(spaceId, seriesId);
    let members: readonly Seance[] = [];
    // Whoever adds to a series holds the locks of all its séances: once these are ours, what was added is there to see.
    for (let ids = await this.idsInSeries(spaceId, seriesId); ids.length > members.length;) {
      members = await this.lock(spaceId, ids);
      ids = await this.idsInSeries(spaceId, seriesId);
    }
    const still = members.filter((seance) => seance.seriesId === seriesId);
    return still.sort((one, other) =>
      `${one.startsAt} ${one.id}` < `${other.startsAt} ${other.id}` ? -1 : 1,
    );
  }

  async touchSeries(spaceId: string, seriesId: string): Promise<void> {
    const ids = this.knex('seance').where({ space_id: spaceId, series_id: seriesId });
    const [{ first }] = (await ids.min({ first: 'id' })) as [{ first: string | null }];
    if (first !== null) await this.knex('seance').where({ id: first }).increment('touches', 1);
  }

  async series(spaceId: string, seriesId: string): Promise<readonly Seance[]> {
    const rows = (await this.knex('seance')
      .select(seanceColumns)
      .where({ space_id: spaceId, series_id: seriesId })
      .whereNull('deleted_at')
      .orderBy(['starts_at', 'id'])) as SeanceRow[];
    return this.seancesOf(rows);
  }

  async idsInGroup(groupId: string, { alsoDeleted = false } = {}): Promise<readonly string[]> {
    const found = this.knex('seance').where({ group_id: groupId }).orderBy('id');
    return (await (alsoDeleted ? found : found.whereNull('deleted_at')).pluck('id')) as string[];
  }

  async sessionOf(spaceId: string, id: string): Promise<string | null> {
    const [row] = (await this.knex('seance').select('session_id').where({ id, space_id: spaceId })) as {
      session_id: string;
    }[];
    return row?.session_id ?? null;
  }

  async highestNumber(spaceId: string, seriesId: string): Promise<number | null> {
    const numbers = this.knex('seance').where({ space_id: spaceId, series_id: seriesId });
    const [{ highest }] = (await numbers.max({ highest: 'series_number' })) as [{ highest: number | null }];
    return highest;
  }

  async startSeries(id: string, seriesId: string): Promise<void> {
    await this.knex('seance').where({ id }).update({ series_id: seriesId });
  }

  async insert(records: readonly SeanceRecord[]): Promise<void> {
    await insertRows(this.knex, 'seance', records.map(rowOf));
    await insertRows(
      this.knex,
      'seance_trainer',
      records.flatMap(({ seance }) => trainerRows(seance)),
    );
  }

  async update(records: readonly SeanceRecord[]): Promise<void> {
    await replaceRows(this.knex, 'seance', records.map(rowOf), changeable);
    for (const some of chunks(records, idsPerStatement)) {
      await this.knex('seance_trainer')
        .whereIn(
          'seance_id',
          some.map(({ seance }) => seance.id),
        )
        .delete();
    }
    await insertRows(
      this.knex,
      'seance_trainer',
      records.flatMap(({ seance }) => trainerRows(seance)),
    );
  }

  async markDeleted(ids: readonly string[], at: Instant, actorId: string, deletionId: string): Promise<void> {
    const values = { deleted_at: at, deleted_by: actorId, deletion_id: deletionId, updated_at: at };
    await this.mark(ids, values);
  }

  async markRestored(ids: readonly string[], at: Instant): Promise<void> {
    await this.mark(ids, { deleted_at: null, deleted_by: null, deletion_id: null, updated_at: at });
  }

  async idsInSeries(spaceId: string, seriesId: string): Promise<string[]> {
    return (await this.knex('seance')
      .where({ space_id: spaceId, series_id: seriesId })
      .whereNull('deleted_at')
      .pluck('id')) as string[];
  }

  async findDeleted(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]> {
    const rows = (await this.knex('seance')
      .select(seanceColumns)
      .where({ space_id: spaceId })
      .whereIn('id', ids)
      .whereNotNull('deleted_at')) as SeanceRow[];
    return this.seancesOf(rows);
  }

  private async mark(ids: readonly string[], values: Record<string, string | null>): Promise<void> {
    for (const some of chunks(ids, idsPerStatement)) {
      await this.knex('seance')
        .whereIn('id', some)
        .update({ ...values, version: this.knex.raw('version + 1') });
    }
  }

  private async lockWhere(
    spaceId: string,
    ids: readonly string[],
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<readonly Seance[]> {
    const rows: SeanceRow[] = [];
    for (const some of chunks([...ids].sort(), idsPerStatement)) {
      const found = this.knex('seance')
        .select([...seanceColumns, 'event_count', 'last_event_at'])
        .where({ space_id: spaceId })
        .whereIn('id', some)
        .orderBy('id');
      const locked = (await narrow(found).forUpdate()) as (SeanceRow & CounterRow)[];
      this.numbers.learn(locked);
      rows.push(...locked);
    }
    return this.seancesOf(rows);
  }

  private async seancesOf(rows: readonly SeanceRow[]): Promise<readonly Seance[]> {
    const trainers = await trainersOf(this.knex, rows);
    return rows.map((row) => seanceFromRow(row, trainers.get(row.id) ?? []));
  }

  private matching(query: SeanceQuery): Knex.QueryBuilder {
    // Where nothing narrows the session, the engine may think that sorting it is cheaper than walking its order.
    const indexes = narrows(query) ? listIndexes : [orders[query.sort].index];
    const found = this.knex(neverScanned(this.knex, 'seance', 's', indexes))
      .where({ 's.space_id': query.spaceId, 's.session_id': query.sessionId })
      .whereNull('s.deleted_at');
    for (const term of query.terms) found.whereRaw(contains('s.search_text'), [term]);
    if (query.from) found.where('s.end_local', '>=', query.from);
    if (query.to) found.where('s.start_local', '<', `${query.to}T24`);
    if (query.enrolmentMode) found.where('s.enrolment_mode', query.enrolmentMode);
    if (query.groupId) found.where('s.group_id', query.groupId);
    if (query.seriesId) found.where('s.series_id', query.seriesId);
    if (query.locationId) found.where('s.location_id', query.locationId);
    if (query.trainerId) found.whereExists(this.taughtBy(query.trainerId));
    if (query.takesPart) found.where(this.takingPart(query.takesPart));
    if (query.state === 'upcoming') found.where('s.starts_at', '>', query.now);
    if (query.state === 'ongoing')
      found.where('s.starts_at', '<=', query.now).where('s.ends_at', '>', query.now);
    if (query.state === 'past') found.where('s.ends_at', '<=', query.now);
    return found;
  }

  private taughtBy(userId: string): Knex.QueryBuilder {
    return this.knex('seance_trainer as t')
      .select('t.user_id')
      .where('t.user_id', userId)
      .where('t.seance_id', this.knex.ref('s.id'));
  }

  private takingPart({ userId, inAutomatic }: NonNullable<SeanceQuery['takesPart']>) {
    const enrolled = this.knex('seance_enrolment as e')
      .select('e.user_id')
      .where('e.user_id', userId)
      .where('e.seance_id', this.knex.ref('s.id'));
    return (any: Knex.QueryBuilder) => {
      any.whereExists(enrolled).orWhereExists(this.taughtBy(userId));
      if (inAutomatic) any.orWhere('s.enrolment_mode', 'automatic');
    };
  }

  private async count(query: SeanceQuery): Promise<number> {
    const [{ total }] = (await this.matching(query).count({ total: '*' })) as unknown as [{ total: number }];
    return total;
  }

  private async pageOf(query: SeanceQuery): Promise<readonly ListedSeance[]> {
    const page = this.joined().join(this.idsOf(query).as('p'), 'p.id', 's.id').orderBy(orderOf(query));
    return this.listed(page);
  }

  /** The ids of a page, found by an index alone, so that a deep page reads no row but its own. */
  private idsOf(query: SeanceQuery): Knex.QueryBuilder {
    const found = this.matching(query).select('s.id').orderBy(orderOf(query));
    return query.size === 'all' ? found : found.limit(query.size).offset((query.page - 1) * query.size);
  }

  private joined(): Knex.QueryBuilder {
    return trainedSeances(this.knex)
      .leftJoin('seance_group as g', 'g.id', 's.group_id')
      .select({ group_name: 'g.name', group_limit: 'g.enrolment_limit' });
  }

  private async listed(query: Knex.QueryBuilder): Promise<readonly ListedSeance[]> {
    const found = eachSeance<JoinedRow>((await query) as object[]);
    return found.map(({ row, trainers }) => listedFromRow(row, trainers.flat()));
  }
}

/** Whether anything but the search leaves out séances of the session: a search reads them all, in any order. */
function narrows({
  from,
  to,
  enrolmentMode,
  groupId,
  seriesId,
  locationId,
  trainerId,
  takesPart,
  state,
}: SeanceQuery) {
  return [from, to, enrolmentMode, groupId, seriesId, locationId, trainerId, takesPart, state].some(Boolean);
}

interface Order {
  readonly column: string;
  readonly order: 'asc' | 'desc';
}

function orderOf(query: SeanceQuery): Order[] {
  return orders[query.sort].columns.map((column) => ({
    column: `s.${column}`,
    order: query.descending ? 'desc' : 'asc',
  }));
}

function trainerRows(seance: Seance): object[] {
  const { id: seanceId, startsAt, endsAt } = seance;
  const when = { starts_at: startsAt, ends_at: endsAt };
  return seance.trainers.map(({ id, name }, position) => ({
    seance_id: seanceId,
    user_id: id,
    name,
    position,
    ...when,
  }));
}
