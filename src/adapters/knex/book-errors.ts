import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { BookError } from '../../ports/enrolment-repository.js';
import { readBy } from './dialect.js';
import { inPlatforms } from './in-platforms.js';
import { presenceErrors } from './presence-errors.js';
import type { SeanceRow } from './tables.js';

/** As many as an operator reads of each kind; the next run shows more. */
const most = 1_000;

/**
 * What does not add up in the books: counters against rows, places against capacities, choices against limits, numbers
 * that were given twice. Reads whole tables: for a command and the end of a test, not for a request.
 *
 * @param moving the platforms whose settings let queues move: in others, somebody may wait beside a free place.
 */
export async function bookErrors(
  knex: Knex,
  now: Instant,
  moving: readonly string[],
): Promise<readonly BookError[]> {
  return [
    ...(await wrongCounters(knex)),
    ...(await overCapacity(knex)),
    ...(await overGroupLimit(knex)),
    ...(await rowsOfAutomatic(knex)),
    ...(moving.length > 0 ? await stalledQueues(knex, now, moving) : []),
    ...(await wrongCommentCounts(knex)),
    ...(await sameEventNumbers(knex)),
    ...(await eventsBeyondCount(knex)),
    ...(await sameSeriesNumbers(knex)),
    ...(await presenceErrors(knex, most)),
  ];
}

interface CountedRow extends Pick<SeanceRow, 'id' | 'enrolled_count' | 'waiting_count'> {
  /** Sums are decimal numbers on MySQL, which its driver gives as text. */
  readonly enrolled: number | string;
  readonly waiting: number | string;
}

async function wrongCounters(knex: Knex): Promise<BookError[]> {
  const counted = (status: string) =>
    knex.raw(`coalesce(sum(case when e.status = ? then 1 else 0 end), 0) as ??`, [status, status]);
  const rows = await knex<SeanceRow>('seance as s')
    .leftJoin('seance_enrolment as e', 'e.seance_id', 's.id')
    .groupBy('s.id', 's.enrolled_count', 's.waiting_count')
    .havingRaw(
      's.enrolled_count <> coalesce(sum(case when e.status = ? then 1 else 0 end), 0) or ' +
        's.waiting_count <> coalesce(sum(case when e.status = ? then 1 else 0 end), 0)',
      ['enrolled', 'waiting'],
    )
    .limit(most)
    .select<CountedRow[]>(
      's.id',
      's.enrolled_count',
      's.waiting_count',
      counted('enrolled'),
      counted('waiting'),
    );
  return rows.map((row) => ({
    kind: 'counters',
    id: row.id,
    detail: `counts ${row.enrolled_count} enrolled and ${row.waiting_count} waiting, has ${Number(row.enrolled)} and ${Number(row.waiting)}`,
  }));
}

async function overCapacity(knex: Knex): Promise<BookError[]> {
  const rows = await knex<SeanceRow>('seance')
    .select('id', 'enrolled_count', 'capacity')
    .whereNot({ enrolment_mode: 'automatic' })
    .whereRaw('enrolled_count > capacity')
    .limit(most);
  return rows.map((row) => ({
    kind: 'over-capacity',
    id: row.id,
    detail: `${row.enrolled_count} enrolled, capacity ${row.capacity}`,
  }));
}

async function overGroupLimit(knex: Knex): Promise<BookError[]> {
  const rows = await knex<SeanceRow>('seance as s')
    .join('seance_enrolment as e', 'e.seance_id', 's.id')
    .join('seance_group as g', 'g.id', 's.group_id')
    .whereNull('s.deleted_at')
    .whereNull('s.cancelled_at')
    .where('e.status', 'enrolled')
    .select({ id: 'g.id', userId: 'e.user_id', limit: 'g.enrolment_limit' })
    .groupBy('g.id', 'e.user_id', 'g.enrolment_limit')
    .havingRaw('count(*) > g.enrolment_limit')
    .limit(most)
    .count<{ id: string; userId: string; limit: number; count: number }[]>({ count: '*' });
  return rows.map((row) => ({
    kind: 'group-limit',
    id: row.id,
    detail: `${row.userId} is enrolled in ${row.count} séances, limit ${row.limit}`,
  }));
}

async function rowsOfAutomatic(knex: Knex): Promise<BookError[]> {
  const rows = await knex<SeanceRow>('seance as s')
    .join('seance_enrolment as e', 'e.seance_id', 's.id')
    .where('s.enrolment_mode', 'automatic')
    .distinct<{ id: string }[]>({ id: 's.id' })
    .limit(most);
  return rows.map(({ id }) => ({
    kind: 'automatic-rows',
    id,
    detail: 'is automatic, and has enrolments of its own',
  }));
}

/** Séances of some platforms that have not begun at `now`, and in which somebody waits although a place is free. */
export function withStalledQueue(knex: Knex, now: Instant, platformIds: readonly string[]) {
  const found = knex<SeanceRow>(readBy(knex, 'seance', 'seance_with_queue'))
    .whereNull('deleted_at')
    .whereNull('cancelled_at')
    .where('starts_at', '>', now)
    .where('waiting_count', '>', 0)
    .whereRaw('(capacity is null or enrolled_count < capacity)');
  return inPlatforms(found, 'seance.space_id', platformIds);
}

/** Of these, the séances where no group can be in the way. */
async function stalledQueues(knex: Knex, now: Instant, moving: readonly string[]): Promise<BookError[]> {
  const rows = await withStalledQueue(knex, now, moving)
    .select('id', 'enrolled_count', 'waiting_count', 'capacity')
    .whereNull('group_id')
    .limit(most);
  return rows.map((row) => ({
    kind: 'stalled-queue',
    id: row.id,
    detail: `${row.waiting_count} wait, ${row.enrolled_count} of ${row.capacity ?? 'unlimited'} places are taken`,
  }));
}

async function wrongCommentCounts(knex: Knex): Promise<BookError[]> {
  const rows = await knex<SeanceRow>('seance as s')
    .leftJoin('seance_comment as c', function () {
      this.on('c.seance_id', 's.id').andOnNull('c.deleted_at');
    })
    .select({ id: 's.id', counted: 's.comment_count' })
    .count<{ id: string; counted: number; count: number }[]>({ count: 'c.id' })
    .groupBy('s.id', 's.comment_count')
    .havingRaw('s.comment_count <> count(c.id)')
    .limit(most);
  return rows.map(({ id, counted, count }) => ({
    kind: 'comment-count',
    id,
    detail: `counts ${counted} informations, has ${count}`,
  }));
}

/** Two events of a séance cannot both be the next one: somebody relied on a lock that another did not see. */
async function sameEventNumbers(knex: Knex): Promise<BookError[]> {
  const rows = await givenTwice(knex, 'seance_event', 'seance_id', 'number');
  return rows.map(({ id, number, count }) => ({
    kind: 'event-numbers',
    id,
    detail: `${count} events have the number ${number}`,
  }));
}

async function eventsBeyondCount(knex: Knex): Promise<BookError[]> {
  const rows = await knex<SeanceRow>('seance as s')
    .join('seance_event as e', function () {
      this.on('e.seance_id', 's.id').andOn('e.space_id', 's.space_id');
    })
    .select({ id: 's.id', counted: 's.event_count' })
    .max<{ id: string; counted: number; highest: number }[]>({ highest: 'e.number' })
    .groupBy('s.id', 's.event_count')
    .havingRaw('max(e.number) > s.event_count')
    .limit(most);
  return rows.map(({ id, counted, highest }) => ({
    kind: 'event-numbers',
    id,
    detail: `counts ${counted} events, the last has the number ${highest}`,
  }));
}

async function sameSeriesNumbers(knex: Knex): Promise<BookError[]> {
  const rows = await givenTwice(knex, 'seance', 'series_id', 'series_number');
  return rows.map(({ id, number, count }) => ({
    kind: 'series-numbers',
    id,
    detail: `${count} séances of the series have the number ${number}`,
  }));
}

/** The numbers that several rows of one `owner` have. */
async function givenTwice(
  knex: Knex,
  table: string,
  owner: string,
  number: string,
): Promise<readonly { readonly id: string; readonly number: number; readonly count: number }[]> {
  return knex(table)
    .whereNotNull(owner)
    .whereNotNull(number)
    .select({ id: owner, number })
    .count<{ id: string; number: number; count: number }[]>({ count: '*' })
    .groupBy('space_id', owner, number)
    .havingRaw('count(*) > 1')
    .limit(most);
}
