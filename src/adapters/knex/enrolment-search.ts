import type { Knex } from 'knex';
import type { EnrolmentStatus } from '../../domain/enrolment/enrolment.js';
import type { PageOf } from '../../domain/page.js';
import { searchTerms } from '../../domain/text/fold.js';
import type { EnrolmentSearch, ListedEnrolment } from '../../ports/enrolment-repository.js';
import { contains } from './dialect.js';
import { enrolmentColumns, enrolmentFromRow, type StoredEnrolment } from './enrolment-row.js';
import type { EnrolmentRow } from './tables.js';

/** A page of who is enrolled and then who waits: two statements, each in an order that an index has. */
export async function searchEnrolments(
  knex: Knex,
  search: EnrolmentSearch,
): Promise<PageOf<ListedEnrolment>> {
  const { size } = search;
  const first = (search.page - 1) * size;
  const counted = await matching(knex, search)
    .select('status')
    .count<{ status: EnrolmentStatus; count: number }[]>({ count: '*' })
    .groupBy('status');
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const enrolled = counted.find(({ status }) => status === 'enrolled')?.count ?? 0;
  const rows = await ofStatus(knex, search, 'enrolled', first, size);
  const turnsBefore = Math.max(0, first - enrolled);
  rows.push(...(await ofStatus(knex, search, 'waiting', turnsBefore, size - rows.length)));
  const positions = await queuePositions(knex, rows);
  const items = rows.map((row) => ({
    enrolment: enrolmentFromRow(row),
    position: positions.get(row.id) ?? null,
  }));
  return { items, total };
}

/** By id, the positions in the queue of those rows that wait: how many wait no longer than them. */
export async function queuePositions(
  knex: Knex,
  rows: readonly StoredEnrolment[],
): Promise<ReadonlyMap<string, number>> {
  const ids = rows.filter(({ status }) => status === 'waiting').map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const found = await knex<EnrolmentRow>('seance_enrolment as e')
    .join('seance_enrolment as before', function () {
      this.on('before.seance_id', 'e.seance_id').andOn('before.turn', '<=', 'e.turn');
    })
    .whereIn('e.id', ids)
    .where('before.status', 'waiting')
    .select({ id: 'e.id' })
    .count<{ id: string; position: number }[]>({ position: '*' })
    .groupBy('e.id');
  return new Map(found.map(({ id, position }) => [id, position]));
}

const orders = { enrolled: 'name_sort', waiting: 'turn' } as const;

async function ofStatus(
  knex: Knex,
  search: EnrolmentSearch,
  status: EnrolmentStatus,
  offset: number,
  limit: number,
): Promise<StoredEnrolment[]> {
  if (limit <= 0) return [];
  return matching(knex, search)
    .where({ status })
    .select(...enrolmentColumns)
    .orderBy([orders[status], 'id'])
    .limit(limit)
    .offset(offset);
}

function matching(knex: Knex, { spaceId, seanceId, status, q = '' }: EnrolmentSearch) {
  const found = knex<EnrolmentRow>('seance_enrolment').where({ seance_id: seanceId, space_id: spaceId });
  if (status) void found.where({ status });
  for (const term of searchTerms(q)) void found.whereRaw(contains('name_sort'), [term]);
  return found;
}
