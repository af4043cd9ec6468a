import type { Knex } from 'knex';
import type {
  TimetableEntry,
  TimetableQuery,
  TimetableRepository,
} from '../../ports/timetable-repository.js';
import { chunks } from './many-rows.js';
import { locationColumns } from './location-row.js';
import { type JoinedRow, listedFromRow, seanceColumns } from './seance-row.js';
import { trainersOf } from './seance-trainers.js';

const sessionsPerStatement = 200;

export class KnexTimetableRepository implements TimetableRepository {
  constructor(private readonly knex: Knex) {}

  async ofUser(query: TimetableQuery): Promise<readonly TimetableEntry[]> {
    // Each way to take part is asked for by itself: one condition with "or" would have no index to go by.
    const found = [
      ...(await this.learntByAll(query)),
      ...(await this.enrolled(query)),
      ...(await this.taught(query)),
    ];
    const rows = [...new Map(found.map((row) => [row.id, row])).values()]
      .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
      .slice(0, query.limit);
    const trainers = await trainersOf(this.knex, rows);
    return rows.map((row) => {
      const { seance, location } = listedFromRow(row, trainers.get(row.id) ?? []);
      return { seance, location };
    });
  }

  private async learntByAll(query: TimetableQuery): Promise<JoinedRow[]> {
    const found: JoinedRow[] = [];
    for (const some of chunks(query.learnsIn, sessionsPerStatement)) {
      const pairs = some.map(({ spaceId, sessionId }) => [spaceId, sessionId]);
      const automatic = this.knex('seance as s')
        .whereIn(['s.space_id', 's.session_id'], pairs)
        .where({ 's.enrolment_mode': 'automatic' });
      found.push(...(await this.rows(automatic, 's', query)));
    }
    return found;
  }

  /** Few: what one user is enrolled in at all. */
  private async enrolled(query: TimetableQuery): Promise<JoinedRow[]> {
    const places = this.knex('seance_enrolment as e')
      .join('seance as s', 's.id', 'e.seance_id')
      .where({ 'e.user_id': query.userId, 'e.status': 'enrolled' });
    return this.rows(places, 's', query);
  }

  private async taught(query: TimetableQuery): Promise<JoinedRow[]> {
    const taught = this.knex('seance_trainer as t')
      .join('seance as s', 's.id', 't.seance_id')
      .where({ 't.user_id': query.userId });
    return this.rows(taught, 't', query);
  }

  /** @param times whose times the rows are found by: those of the trainers are kept with an index for each of them. */
  private async rows(
    found: Knex.QueryBuilder,
    times: 's' | 't',
    { endingAfter, limit }: TimetableQuery,
  ): Promise<JoinedRow[]> {
    return (await found
      .leftJoin('seance_location as l', 'l.id', 's.location_id')
      .select(seanceColumns.map((column) => `s.${column}`))
      .select(Object.fromEntries(locationColumns.map((column) => [`location_${column}`, `l.${column}`])))
      .where(`${times}.ends_at`, '>', endingAfter)
      .orderBy(`${times}.starts_at`)
      .limit(limit)) as JoinedRow[];
  }
}

function placeOf({ starts_at: startsAt, id }: JoinedRow): string {
  return `${startsAt} ${id}`;
}
