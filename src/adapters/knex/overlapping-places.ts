import type { Knex } from 'knex';
import type { OverlapSearch, OverlappingSeance } from '../../ports/enrolment-repository.js';
import { chunks } from './many-rows.js';
import type { SeanceRow } from './tables.js';

const columns = {
  target: 't.id',
  seanceId: 's.id',
  spaceId: 's.space_id',
  sessionId: 's.session_id',
  name: 's.name',
  start: 's.start_local',
  end: 's.end_local',
  timeZone: 's.time_zone',
  startsAt: 's.starts_at',
  endsAt: 's.ends_at',
} as const;

/** A séance at the time of another, its `target`; of one user, or of everybody in its session. */
type Row = OverlappingSeance & { readonly target: string; readonly userId?: string };

const pairsPerStatement = 200;

/** For each search, what is asked for at once for all of them: see the port. */
export async function overlappingPlaces(
  knex: Knex,
  searches: readonly OverlapSearch[],
): Promise<readonly (readonly OverlappingSeance[])[]> {
  const rows = [...(await enrolled(knex, searches)), ...(await learntByAll(knex, searches))];
  return searches.map((search) =>
    rows
      .filter((row) => isOf(row, search))
      .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
      .map(({ target: _target, userId: _user, ...place }) => place),
  );
}

function isOf({ target, userId, spaceId, sessionId }: Row, search: OverlapSearch): boolean {
  if (target !== search.seanceId) return false;
  if (userId !== undefined) return userId === search.userId;
  return search.learnsIn.some((one) => one.spaceId === spaceId && one.sessionId === sessionId);
}

async function enrolled(knex: Knex, searches: readonly OverlapSearch[]): Promise<Row[]> {
  const found: Row[] = [];
  for (const batch of chunks(searches, pairsPerStatement)) {
    const pairs = batch.map(({ seanceId, userId }) => [seanceId, userId]);
    const rows = await overlapping(knex, batch)
      .join('seance_enrolment as e', 'e.seance_id', 's.id')
      .whereIn(['t.id', 'e.user_id'], pairs)
      .whereIn(
        'e.user_id',
        batch.map(({ userId }) => userId),
      )
      .where('e.status', 'enrolled')
      .select<Row[]>({ ...columns, userId: 'e.user_id' });
    found.push(...rows);
  }
  return found;
}

async function learntByAll(knex: Knex, searches: readonly OverlapSearch[]): Promise<Row[]> {
  const found: Row[] = [];
  const sessions = new Map(
    searches.flatMap(({ learnsIn }) =>
      learnsIn.map(({ spaceId, sessionId }) => [JSON.stringify([spaceId, sessionId]), [spaceId, sessionId]]),
    ),
  );
  for (const pairs of chunks([...sessions.values()], pairsPerStatement)) {
    const rows = await overlapping(knex, searches)
      .whereIn(['s.space_id', 's.session_id'], pairs)
      .where('s.enrolment_mode', 'automatic')
      .select<Row[]>(columns);
    found.push(...rows);
  }
  return found;
}

/** Séances `s` at the time of those that are searched for, `t`. */
function overlapping(knex: Knex, searches: readonly OverlapSearch[]) {
  return knex<SeanceRow>('seance as t')
    .join('seance as s', function () {
      this.on('s.starts_at', '<', 't.ends_at')
        .andOn('s.ends_at', '>', 't.starts_at')
        .andOn('s.id', '<>', 't.id');
    })
    .whereIn('t.id', [...new Set(searches.map(({ seanceId }) => seanceId))])
    .whereNull('s.deleted_at')
    .whereNull('s.cancelled_at')
    .whereNull('t.cancelled_at');
}
