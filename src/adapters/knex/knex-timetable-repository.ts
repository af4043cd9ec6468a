import type { Knex } from 'knex';
import { groupedBy } from '../../domain/grouped.js';
import type { SeanceTrainer } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  TimetableEntry,
  TimetableGlance,
  TimetableQuery,
  TimetableRepository,
} from '../../ports/timetable-repository.js';
import { chunks } from './many-rows.js';
import {
  placeColumns,
  placedColumns,
  placeFromRow,
  type PlaceRow,
  seanceFromRow,
  type SeanceRow,
} from './seance-row.js';

const sessionsPerStatement = 200;
const idsPerStatement = 1_000;

export class KnexTimetableRepository implements TimetableRepository {
  constructor(private readonly knex: Knex) {}

  async ofUser(query: TimetableQuery): Promise<readonly TimetableGlance[]> {
    // Each way to take part is asked for by itself: one condition with "or" would have no index to go by.
    const found = await Promise.all([this.learntByAll(query), this.enrolled(query), this.taught(query)]);
    return bySeance(found.flat(), glanceOf)
      .sort((one, other) => (placeInOrder(one) < placeInOrder(other) ? -1 : 1))
      .slice(0, query.limit);
  }

  async entries(ids: readonly string[]): Promise<readonly TimetableEntry[]> {
    const found: TimetableEntry[] = [];
    for (const some of chunks(ids, idsPerStatement)) {
      const rows = (await joined(
        this.knex('seance as s').whereIn('s.id', some),
        placedColumns,
      )) as EntryRow[];
      found.push(
        ...bySeance(rows, (row, trainers) => ({
          seance: seanceFromRow(row, trainers),
          location: placeFromRow(row),
        })),
      );
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
    return (await joined(this.knex(first.as('f')).join('seance as s', 's.id', 'f.id'), {
      ...glanceColumns,
      ...placeColumns,
    })) as GlanceRow[];
  }
}

const glanceColumns = {
  id: 's.id',
  space_id: 's.space_id',
  session_id: 's.session_id',
  version: 's.version',
  starts_at: 's.starts_at',
  ends_at: 's.ends_at',
};

type EntryRow = SeanceRow & PlaceRow & TrainerRow;

type GlanceRow = Pick<SeanceRow, keyof typeof glanceColumns> & PlaceRow & TrainerRow;

/** A séance is there once for each of its trainers; once when it has none. */
type TrainerRow =
  | { readonly trainer_id: string; readonly trainer_name: string; readonly position: number }
  | { readonly trainer_id: null };

/** `seances`, as `s`, with their places and trainers. */
function joined(seances: Knex.QueryBuilder, columns: Readonly<Record<string, string>>): Knex.QueryBuilder {
  return seances
    .leftJoin('seance_location as l', 'l.id', 's.location_id')
    .leftJoin('seance_trainer as w', 'w.seance_id', 's.id')
    .select(columns)
    .select({ trainer_id: 'w.user_id', trainer_name: 'w.name', position: 'w.position' });
}

/** One for each séance that is among `rows`, however often it is. */
function bySeance<Row extends { readonly id: string } & TrainerRow, Entry>(
  rows: readonly Row[],
  make: (row: Row, trainers: readonly SeanceTrainer[]) => Entry,
): Entry[] {
  return [...groupedBy(rows, ({ id }) => id).values()].flatMap((some) =>
    some.slice(0, 1).map((row) => make(row, trainersIn(some))),
  );
}

/** Each once, in the order in which they were chosen. */
function trainersIn(rows: readonly TrainerRow[]): readonly SeanceTrainer[] {
  const trainers = new Map<number, SeanceTrainer>();
  for (const row of rows)
    if (row.trainer_id !== null) trainers.set(row.position, { id: row.trainer_id, name: row.trainer_name });
  return [...trainers].sort(([one], [other]) => one - other).map(([, trainer]) => trainer);
}

function glanceOf(row: GlanceRow, trainers: readonly SeanceTrainer[]): TimetableGlance {
  const { id, version, space_id: spaceId, session_id: sessionId, starts_at, ends_at } = row;
  const [startsAt, endsAt] = [starts_at as Instant, ends_at as Instant];
  return {
    seance: { id, spaceId, sessionId, version, startsAt, endsAt, trainers },
    location: placeFromRow(row),
  };
}

function placeInOrder({ seance }: TimetableGlance): string {
  return `${seance.startsAt} ${seance.id}`;
}
