import type { Knex } from 'knex';
import type { OwnPart } from '../../domain/my-seances/own-part.js';
import { byStart } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { MySeance, MySeancesQuery, MySeancesRepository } from '../../ports/my-seances-repository.js';
import { chunks } from './many-rows.js';
import { enrolmentsOf, learntByAll, sessionsPerStatement, taughtBy } from './own-seances.js';

export class KnexMySeancesRepository implements MySeancesRepository {
  constructor(private readonly knex: Knex) {}

  async ofUser(query: MySeancesQuery): Promise<readonly MySeance[]> {
    const rows = (
      await Promise.all([this.learntByAll(query), this.enrolled(query), this.taught(query)])
    ).flat();
    // Whoever teaches a séance is its trainer: what was found last says what they are in it.
    const each = new Map(rows.map((row) => [row.id, row]));
    const first = [...each.values()].sort(byStart).slice(0, query.limit);
    return first.map(({ id: seanceId, spaceId, sessionId, part }) => ({
      seanceId,
      spaceId,
      sessionId,
      part,
    }));
  }

  private async learntByAll(query: MySeancesQuery): Promise<readonly OwnRow[]> {
    const found: OwnRow[] = [];
    for (const sessions of chunks(query.learnsIn, sessionsPerStatement)) {
      const rows = await this.within(learntByAll(this.knex, sessions), 's', query);
      found.push(...rows.map((row) => ({ ...row, part: 'enrolled' as const })));
    }
    return found;
  }

  private async enrolled(query: MySeancesQuery): Promise<readonly OwnRow[]> {
    return this.within(enrolmentsOf(this.knex, query.userId).select({ part: 'e.status' }), 's', query);
  }

  private async taught(query: MySeancesQuery): Promise<readonly OwnRow[]> {
    const taught = taughtBy(this.knex, query.userId).join('seance as s', 's.id', 't.seance_id');
    const rows = await this.within(taught, 't', query);
    return rows.map((row) => ({ ...row, part: 'trainer' as const }));
  }

  /** @param times whose times the séances are found by. */
  private async within(
    found: Knex.QueryBuilder,
    times: 's' | 't',
    { endingAfter, startingBefore, limit }: MySeancesQuery,
  ): Promise<readonly OwnRow[]> {
    if (startingBefore !== null) void found.where(`${times}.starts_at`, '<', startingBefore);
    return found
      .where(`${times}.ends_at`, '>', endingAfter)
      .whereNull('s.deleted_at')
      .orderBy([`${times}.starts_at`, 's.id'])
      .limit(limit)
      .select<OwnRow[]>(columns);
  }
}

const columns = {
  id: 's.id',
  spaceId: 's.space_id',
  sessionId: 's.session_id',
  startsAt: 's.starts_at',
} as const;

interface OwnRow {
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly startsAt: Instant;
  readonly part: OwnPart;
}
