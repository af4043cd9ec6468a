import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal.js';
import type { Cancellation } from '../../domain/seance/cancellation.js';
import { byStart, type Seance } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { PageOf } from '../../domain/page.js';
import type {
  ListedSeance,
  Progress,
  SeanceCriteria,
  SeanceQuery,
  SeanceRecord,
  SeanceRepository,
  SeanceSort,
} from '../../ports/seance-repository.js';
import { countOf } from './count-of.js';
import { contains, neverScanned } from './dialect.js';
import type { EventNumbers } from './event-numbers.js';
import { lockedSeances } from './locked-seances.js';
import { chunks, insertRows, replaceRows } from './many-rows.js';
import { onDays } from './on-days.js';
import {
  cancellationColumns,
  changeable,
  type JoinedGroup,
  listedFromRow,
  rowOf,
  seanceColumns,
} from './seance-row.js';
import { withTrainers } from './seance-trainers.js';
import type { EnrolmentRow, SeanceRow, TrainerRow } from './tables.js';
import { eachSeance, type RowPerTrainer, trainedSeances } from './trained-seances.js';

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

  async progress(criteria: SeanceCriteria): Promise<Progress> {
    // The index of the ends has the starts and the ids as well: no row is read.
    const matching = () => this.matching(criteria, orders.end.index);
    const [first] = await matching()
      .select<Pick<SeanceRow, 'starts_at' | 'id'>[]>('s.starts_at', 's.id')
      .where('s.ends_at', '>', criteria.now)
      .orderBy(orderOf({ sort: 'start', descending: false }))
      .limit(1);
    const ended = matching().where('s.ends_at', '<=', criteria.now);
    if (!first) {
      const past = await countOf(ended);
      return { past, current: Math.max(0, past - 1) };
    }
    const { starts_at: start, id } = first;
    const before = this.knex.raw(
      'count(case when s.starts_at < ? or (s.starts_at = ? and s.id < ?) then 1 end) as ??',
      [start, start, id, 'current'],
    );
    const counts: readonly Progress[] = await ended.count({ past: '*' }).select<Progress[]>(before);
    return counts[0] ?? { past: 0, current: 0 };
  }

  async get(spaceId: string, id: string): Promise<ListedSeance> {
    const [listed] = await this.find(spaceId, [id]);
    if (!listed) throw new Refusal('not-found');
    return listed;
  }

  async find(spaceId: string | null, ids: readonly string[]): Promise<readonly ListedSeance[]> {
    const found: ListedSeance[] = [];
    for (const batch of chunks(ids)) {
      const there = this.joined().whereIn('s.id', batch).whereNull('s.deleted_at');
      if (spaceId !== null) void there.where('s.space_id', spaceId);
      found.push(...(await this.listed(there)));
    }
    return found;
  }

  async lock(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]> {
    return lockedSeances(this.knex, this.numbers, { spaceId, ids, deleted: false });
  }

  async lockSeries(spaceId: string, seriesId: string): Promise<readonly Seance[]> {
    await this.touchSeries(spaceId, seriesId);
    let members: readonly Seance[] = [];
    // Whoever adds to a series holds the locks of all its séances: once these are ours, what was added is there to see.
    for (let ids = await this.idsInSeries(spaceId, seriesId); ids.length > members.length;) {
      members = await this.lock(spaceId, ids);
      ids = await this.idsInSeries(spaceId, seriesId);
    }
    return members.filter((seance) => seance.seriesId === seriesId).sort(byStart);
  }

  async touchSeries(spaceId: string, seriesId: string): Promise<void> {
    const [found] = await this.inSeries(spaceId, seriesId).min<{ first: string | null }[]>({ first: 'id' });
    if (found?.first) await this.seances().where({ id: found.first }).increment('touches', 1);
  }

  async series(spaceId: string, seriesId: string): Promise<readonly Seance[]> {
    const found = this.inSeries(spaceId, seriesId).whereNull('deleted_at').orderBy(['starts_at', 'id']);
    return withTrainers(this.knex, await found.select(...seanceColumns));
  }

  async idsInGroup(groupId: string, { alsoDeleted = false } = {}): Promise<readonly string[]> {
    const found = this.seances().where({ group_id: groupId }).orderBy('id');
    return (alsoDeleted ? found : found.whereNull('deleted_at')).pluck('id');
  }

  async sessionOf(spaceId: string, id: string): Promise<string | null> {
    const [row] = await this.seances().select('session_id').where({ id, space_id: spaceId });
    return row?.session_id ?? null;
  }

  async highestNumber(spaceId: string, seriesId: string): Promise<number | null> {
    const numbers = this.inSeries(spaceId, seriesId);
    const [found] = await numbers.max<{ highest: number | null }[]>({ highest: 'series_number' });
    return found?.highest ?? null;
  }

  async startSeries(id: string, seriesId: string): Promise<void> {
    await this.seances().where({ id }).update({ series_id: seriesId });
  }

  async insert(records: readonly SeanceRecord[]): Promise<void> {
    await insertRows<SeanceRow>(this.knex, 'seance', records.map(rowOf));
    await this.insertTrainers(records);
  }

  async update(records: readonly SeanceRecord[]): Promise<void> {
    await replaceRows<SeanceRow>(this.knex, 'seance', records.map(rowOf), changeable);
    for (const ids of chunks(records.map(({ seance }) => seance.id)))
      await this.knex<TrainerRow>('seance_trainer').whereIn('seance_id', ids).delete();
    await this.insertTrainers(records);
  }

  async markCancelled(
    ids: readonly string[],
    cancelled: Cancellation | null,
    updatedAt: Instant,
  ): Promise<void> {
    const mark = { ...cancellationColumns(cancelled), updated_at: updatedAt };
    for (const batch of chunks(ids))
      await this.seances()
        .whereIn('id', batch)
        .update({ ...mark, version: this.knex.raw('version + 1') });
  }

  async idsInSeries(spaceId: string, seriesId: string): Promise<string[]> {
    return this.inSeries(spaceId, seriesId).whereNull('deleted_at').pluck('id');
  }

  private seances() {
    return this.knex<SeanceRow>('seance');
  }

  /** Deleted ones too. */
  private inSeries(spaceId: string, seriesId: string) {
    return this.seances().where({ space_id: spaceId, series_id: seriesId });
  }

  private async insertTrainers(records: readonly SeanceRecord[]): Promise<void> {
    const rows = records.flatMap(({ seance }) => trainerRows(seance));
    await insertRows<TrainerRow>(this.knex, 'seance_trainer', rows);
  }

  /** @param index by which the rows are found where nothing narrows the session: the engine may think that sorting it is
   *   cheaper than walking its order. */
  private matching(query: SeanceCriteria, index: string) {
    const indexes = narrows(query) ? listIndexes : [index];
    const found = this.knex<SeanceRow>(neverScanned(this.knex, 'seance', 's', indexes))
      .where('s.space_id', query.spaceId)
      .where('s.session_id', query.sessionId)
      .whereNull('s.deleted_at');
    for (const term of query.terms) void found.whereRaw(contains('s.search_text'), [term]);
    onDays(found, query);
    if (query.enrolmentMode) void found.where('s.enrolment_mode', query.enrolmentMode);
    if (query.groupId) void found.where('s.group_id', query.groupId);
    if (query.seriesId) void found.where('s.series_id', query.seriesId);
    if (query.locationId) void found.where('s.location_id', query.locationId);
    if (query.cancelled === true) void found.whereNotNull('s.cancelled_at');
    if (query.cancelled === false) void found.whereNull('s.cancelled_at');
    if (query.trainerId) void found.whereExists(this.taughtBy(query.trainerId));
    if (query.takesPart) void found.where(this.takingPart(query.takesPart));
    if (query.state === 'upcoming') void found.where('s.starts_at', '>', query.now);
    if (query.state === 'ongoing')
      void found.where('s.starts_at', '<=', query.now).where('s.ends_at', '>', query.now);
    if (query.state === 'past') void found.where('s.ends_at', '<=', query.now);
    return found;
  }

  private taughtBy(userId: string) {
    return this.knex<TrainerRow>('seance_trainer as t')
      .select('t.user_id')
      .where('t.user_id', userId)
      .where('t.seance_id', this.knex.ref('s.id'));
  }

  private takingPart({ userId, inAutomatic }: NonNullable<SeanceQuery['takesPart']>) {
    const enrolled = this.knex<EnrolmentRow>('seance_enrolment as e')
      .select('e.user_id')
      .where('e.user_id', userId)
      .where('e.seance_id', this.knex.ref('s.id'));
    return (any: Knex.QueryBuilder) => {
      any.whereExists(enrolled).orWhereExists(this.taughtBy(userId));
      if (inAutomatic) any.orWhere('s.enrolment_mode', 'automatic');
    };
  }

  private async count(query: SeanceQuery): Promise<number> {
    return countOf(this.matching(query, orders[query.sort].index));
  }

  private async pageOf(query: SeanceQuery): Promise<readonly ListedSeance[]> {
    const page = this.joined().join(this.idsOf(query).as('p'), 'p.id', 's.id').orderBy(orderOf(query));
    return this.listed(page);
  }

  /** The ids of a page, found by an index alone, so that a deep page reads no row but its own. */
  private idsOf(query: SeanceQuery) {
    const found = this.matching(query, orders[query.sort].index).select('s.id').orderBy(orderOf(query));
    return query.size === 'all' ? found : found.limit(query.size).offset((query.page - 1) * query.size);
  }

  private joined() {
    return trainedSeances(this.knex)
      .leftJoin('seance_group as g', 'g.id', 's.group_id')
      .select<ListedRow[]>({ group_name: 'g.name', group_limit: 'g.enrolment_limit' });
  }

  private async listed(query: PromiseLike<ListedRow[]>): Promise<readonly ListedSeance[]> {
    return eachSeance(await query).map(({ row, trainers }) => listedFromRow(row, trainers.flat()));
  }
}

type ListedRow = RowPerTrainer & JoinedGroup;

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
}: SeanceCriteria) {
  return [from, to, enrolmentMode, groupId, seriesId, locationId, trainerId, takesPart, state].some(Boolean);
}

interface Order {
  readonly column: string;
  readonly order: 'asc' | 'desc';
}

function orderOf({ sort, descending }: Pick<SeanceQuery, 'sort' | 'descending'>): Order[] {
  return orders[sort].columns.map((column) => ({
    column: `s.${column}`,
    order: descending ? 'desc' : 'asc',
  }));
}

function trainerRows(seance: Seance): TrainerRow[] {
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
