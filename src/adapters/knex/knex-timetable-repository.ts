import type { Knex } from 'knex';
import { groupedBy } from '../../domain/grouped.js';
import type { SeanceTrainer } from '../../domain/seance/seance.js';
import type {
  TimetableEntry,
  TimetableQuery,
  TimetableRepository,
} from '../../ports/timetable-repository.js';
import { chunks } from './many-rows.js';
import { type JoinedRow, listedFromRow, placedColumns } from './seance-row.js';

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
    // A séance that was found in two ways has the same rows twice.
    return [...groupedBy(found, ({ id }) => id).values()]
      .map((rows) => entryOf(rows as Rows))
      .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
      .slice(0, query.limit);
  }

  private async learntByAll(query: TimetableQuery): Promise<TaughtRow[]> {
    const found: TaughtRow[] = [];
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
  private async enrolled(query: TimetableQuery): Promise<TaughtRow[]> {
    const places = this.knex('seance_enrolment as e')
      .join('seance as s', 's.id', 'e.seance_id')
      .where({ 'e.user_id': query.userId, 'e.status': 'enrolled' });
    return this.rows(places, 's.id', 's', query);
  }

  private async taught(query: TimetableQuery): Promise<TaughtRow[]> {
    const taught = this.knex('seance_trainer as t').where({ 't.user_id': query.userId });
    return this.rows(taught, 't.seance_id', 't', query);
  }

  /** @param times whose times the séances are found by: those of the trainers are kept with an index for each of them. */
  private async rows(
    found: Knex.QueryBuilder,
    id: string,
    times: 's' | 't',
    { endingAfter, limit }: TimetableQuery,
  ): Promise<TaughtRow[]> {
    const first = found
      .select({ id })
      .where(`${times}.ends_at`, '>', endingAfter)
      .orderBy(`${times}.starts_at`)
      .limit(limit);
    return (await this.knex(first.as('f'))
      .join('seance as s', 's.id', 'f.id')
      .leftJoin('seance_location as l', 'l.id', 's.location_id')
      .leftJoin('seance_trainer as w', 'w.seance_id', 's.id')
      .select(placedColumns)
      .select({ trainer_id: 'w.user_id', trainer_name: 'w.name', position: 'w.position' })) as TaughtRow[];
  }
}

/** A séance once for each of its trainers; once when it has none. */
type TaughtRow = JoinedRow &
  (
    | { readonly trainer_id: string; readonly trainer_name: string; readonly position: number }
    | { readonly trainer_id: null }
  );

type Rows = readonly [TaughtRow, ...TaughtRow[]];

function entryOf(rows: Rows): TimetableEntry {
  const trainers = new Map<number, SeanceTrainer>();
  for (const row of rows)
    if (row.trainer_id !== null) trainers.set(row.position, { id: row.trainer_id, name: row.trainer_name });
  const inOrder = [...trainers].sort(([one], [other]) => one - other).map(([, trainer]) => trainer);
  const { seance, location } = listedFromRow(rows[0], inOrder);
  return { seance, location };
}

function placeOf({ seance }: TimetableEntry): string {
  return `${seance.startsAt} ${seance.id}`;
}
