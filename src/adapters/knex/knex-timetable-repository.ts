import type { Knex } from 'knex';
import { groupedBy } from '../../domain/grouped.js';
import { placeLine } from '../../domain/seance/location.js';
import type { SeanceTrainer } from '../../domain/seance/seance.js';
import type {
  TimetableEntry,
  TimetableGlance,
  TimetableQuery,
  TimetableRepository,
} from '../../ports/timetable-repository.js';
import { locationColumns, locationFromRow, type LocationRow } from './location-row.js';
import { chunks } from './many-rows.js';
import { placedColumns, placeFromRow, type PlaceRow, seanceFromRow, type SeanceRow } from './seance-row.js';

const sessionsPerStatement = 200;
const idsPerStatement = 1_000;

export class KnexTimetableRepository implements TimetableRepository {
  constructor(private readonly knex: Knex) {}

  async ofUser(query: TimetableQuery): Promise<readonly TimetableGlance[]> {
    // Each way to take part is asked for by itself: one condition with "or" would have no index to go by.
    const found = await Promise.all([this.learntByAll(query), this.enrolled(query), this.taught(query)]);
    const seances = [...groupedBy(found.flat(), ({ id }) => id).values()] as Rows<GlanceRow>[];
    const first = seances.sort(inOrder).slice(0, query.limit);
    const places = await this.places(first.map(([{ location_id: id }]) => id));
    return first.map((rows) => {
      const [row] = rows;
      const { id: seanceId, space_id: spaceId, session_id: sessionId, location_id: place } = row;
      const state = stateOf(row, trainersIn(rows), (place !== null && places.get(place)) || '');
      return { seanceId, spaceId, sessionId, state };
    });
  }

  async entries(seanceIds: readonly string[]): Promise<readonly TimetableEntry[]> {
    const found: TimetableEntry[] = [];
    for (const ids of chunks(seanceIds, idsPerStatement)) {
      // All at once, so that the state is that of what is read.
      const rows = (await withTrainers(this.knex('seance as s').whereIn('s.id', ids))
        .leftJoin('seance_location as l', 'l.id', 's.location_id')
        .select(placedColumns)) as EntryRow[];
      for (const same of groupedBy(rows, ({ id }) => id).values())
        found.push(entryOf(same as Rows<EntryRow>));
    }
    return found;
  }

  private async learntByAll(query: TimetableQuery): Promise<GlanceRow[]> {
    const found: GlanceRow[] = [];
    for (const some of chunks(query.learnsIn, sessionsPerStatement)) {
      const pairs = some.map(({ spaceId, sessionId }) => [spaceId, sessionId]);
      const automatic = this.knex('seance as s')
        .whereIn(['s.space_id', 's.session_id'], pairs)
        .where({ 's.enrolment_mode': 'automatic' });
      found.push(...(await this.rows(automatic, 's.id', 's', query)));
    }
    return found;
  }

  /** Few: what one user is enrolled in at all. */
  private async enrolled(query: TimetableQuery): Promise<GlanceRow[]> {
    const places = this.knex('seance_enrolment as e')
      .join('seance as s', 's.id', 'e.seance_id')
      .where({ 'e.user_id': query.userId, 'e.status': 'enrolled' });
    return this.rows(places, 's.id', 's', query);
  }

  private async taught(query: TimetableQuery): Promise<GlanceRow[]> {
    const taught = this.knex('seance_trainer as t').where({ 't.user_id': query.userId });
    return this.rows(taught, 't.seance_id', 't', query);
  }

  /** @param times whose times the séances are found by: those of the trainers are kept with an index for each of them. */
  private async rows(
    found: Knex.QueryBuilder,
    id: string,
    times: 's' | 't',
    { endingAfter, limit }: TimetableQuery,
  ): Promise<GlanceRow[]> {
    const first = found
      .select({ id })
      .where(`${times}.ends_at`, '>', endingAfter)
      .orderBy(`${times}.starts_at`)
      .limit(limit);
    return (await withTrainers(this.knex(first.as('f')).join('seance as s', 's.id', 'f.id')).select(
      glanceColumns,
    )) as GlanceRow[];
  }

  /** Each in a line, by id. */
  private async places(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const some of chunks(
      [...new Set(ids)].filter((id) => id !== null),
      idsPerStatement,
    )) {
      const rows = (await this.knex('seance_location')
        .select(locationColumns)
        .whereIn('id', some)) as LocationRow[];
      for (const row of rows) found.set(row.id, placeLine(locationFromRow(row)));
    }
    return found;
  }
}

const glanceColumns = {
  id: 's.id',
  space_id: 's.space_id',
  session_id: 's.session_id',
  version: 's.version',
  starts_at: 's.starts_at',
  ends_at: 's.ends_at',
  location_id: 's.location_id',
} as const;

/** A séance is there once for each of its trainers, and for each way to take part; once when it has none. */
type TrainerRow =
  | { readonly trainer_id: string; readonly trainer_name: string; readonly position: number }
  | { readonly trainer_id: null };
type GlanceRow = Pick<SeanceRow, keyof typeof glanceColumns> & TrainerRow;
type EntryRow = SeanceRow & PlaceRow & TrainerRow;
type Rows<Row> = readonly [Row, ...Row[]];

/** Adds to `seances`, as `s`, who gives them. */
function withTrainers(seances: Knex.QueryBuilder): Knex.QueryBuilder {
  return seances
    .leftJoin('seance_trainer as w', 'w.seance_id', 's.id')
    .select({ trainer_id: 'w.user_id', trainer_name: 'w.name', position: 'w.position' });
}

/** Each once, in the order in which they were chosen. */
function trainersIn(rows: readonly TrainerRow[]): readonly SeanceTrainer[] {
  const trainers = new Map<number, SeanceTrainer>();
  for (const row of rows)
    if (row.trainer_id !== null) trainers.set(row.position, { id: row.trainer_id, name: row.trainer_name });
  return [...trainers].sort(([one], [other]) => one - other).map(([, trainer]) => trainer);
}

function entryOf(rows: Rows<EntryRow>): TimetableEntry {
  const [row] = rows;
  const [trainers, location] = [trainersIn(rows), placeFromRow(row)];
  return {
    seance: seanceFromRow(row, trainers),
    location,
    state: stateOf(row, trainers, placeLine(location)),
  };
}

/** Names of trainers, places and the rules of zones change without a new version of the séance. */
function stateOf(
  { id, version, starts_at: startsAt, ends_at: endsAt }: Pick<SeanceRow, keyof typeof glanceColumns>,
  trainers: readonly SeanceTrainer[],
  place: string,
): string {
  return `${id} ${version} ${startsAt} ${endsAt} ${JSON.stringify([place, ...trainers.map(({ name }) => name)])}`;
}

/** By start, then id. */
function inOrder([one]: Rows<GlanceRow>, [other]: Rows<GlanceRow>): number {
  if (one.starts_at === other.starts_at) return one.id < other.id ? -1 : 1;
  return one.starts_at < other.starts_at ? -1 : 1;
}
