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

const idsPerStatement = 1_000;
const sessionsPerStatement = 200;

/** What is needed to choose among séances before any is read. */
interface Candidate {
  readonly id: string;
  readonly starts_at: string;
}

export class KnexTimetableRepository implements TimetableRepository {
  constructor(private readonly knex: Knex) {}

  async ofUser(query: TimetableQuery): Promise<readonly TimetableEntry[]> {
    // Each way to take part is asked for by itself: one condition with "or" would have no index to go by.
    const found = [
      ...(await this.learntByAll(query)),
      ...(await this.enrolled(query)),
      ...(await this.taught(query)),
    ];
    const starts = new Map(found.map(({ id, starts_at: startsAt }) => [id, startsAt]));
    const first = [...starts].sort(([id, start], [otherId, otherStart]) =>
      `${start} ${id}` < `${otherStart} ${otherId}` ? -1 : 1,
    );
    return this.read(first.slice(0, query.limit).map(([id]) => id));
  }

  private async learntByAll({ learnsIn, endingAfter, limit }: TimetableQuery): Promise<Candidate[]> {
    const found: Candidate[] = [];
    for (const some of chunks(learnsIn, sessionsPerStatement)) {
      const pairs = some.map(({ spaceId, sessionId }) => [spaceId, sessionId]);
      const query = this.knex('seance')
        .whereIn(['space_id', 'session_id'], pairs)
        .where({ enrolment_mode: 'automatic' });
      found.push(...(await this.candidates(query, 'seance', endingAfter, limit)));
    }
    return found;
  }

  /** Few: what one user is enrolled in at all. */
  private async enrolled({ userId, endingAfter, limit }: TimetableQuery): Promise<Candidate[]> {
    const query = this.knex('seance_enrolment as e')
      .join('seance', 'seance.id', 'e.seance_id')
      .where({ 'e.user_id': userId, 'e.status': 'enrolled' });
    return this.candidates(query, 'seance', endingAfter, limit);
  }

  private async taught({ userId, endingAfter, limit }: TimetableQuery): Promise<Candidate[]> {
    const query = this.knex('seance_trainer as t').where({ 't.user_id': userId });
    return this.candidates(query, 't', endingAfter, limit);
  }

  private async candidates(
    query: Knex.QueryBuilder,
    table: 'seance' | 't',
    endingAfter: string,
    limit: number,
  ): Promise<Candidate[]> {
    return (await query
      .select({ id: table === 't' ? 't.seance_id' : 'seance.id', starts_at: `${table}.starts_at` })
      .where(`${table}.ends_at`, '>', endingAfter)
      .orderBy(`${table}.starts_at`)
      .limit(limit)) as Candidate[];
  }

  /** The séances of `ids`, in this order. */
  private async read(ids: readonly string[]): Promise<readonly TimetableEntry[]> {
    const rows = new Map<string, JoinedRow>();
    for (const some of chunks(ids, idsPerStatement))
      for (const row of await this.rows(some)) rows.set(row.id, row);
    const trainers = await trainersOf(this.knex, [...rows.values()]);
    return ids.flatMap((id) => {
      const row = rows.get(id);
      if (!row) return [];
      const { seance, location } = listedFromRow(row, trainers.get(id) ?? []);
      return [{ seance, location }];
    });
  }

  private async rows(ids: readonly string[]): Promise<JoinedRow[]> {
    return (await this.knex('seance as s')
      .select(seanceColumns.map((column) => `s.${column}`))
      .select(Object.fromEntries(locationColumns.map((column) => [`location_${column}`, `l.${column}`])))
      .leftJoin('seance_location as l', 'l.id', 's.location_id')
      .whereIn('s.id', ids)) as JoinedRow[];
  }
}
