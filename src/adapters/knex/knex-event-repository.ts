import type { Knex } from 'knex';
import type { EventType, SeanceEvent } from '../../domain/event/seance-event.js';
import { withoutPerson } from '../../domain/personal-data/personal-data.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { PageOf } from '../../domain/page.js';
import type { EventRepository, EventSearch } from '../../ports/event-repository.js';
import { countOf } from './count-of.js';
import { contains } from './dialect.js';
import type { EventNumbers } from './event-numbers.js';
import { eventColumns, eventFromRow, orderOfEvents, rowFromEvent } from './event-row.js';
import { inPlatforms } from './in-platforms.js';
import { chunks, insertRows } from './many-rows.js';
import type { EventRow } from './tables.js';

const latestFirst = orderOfEvents.map((column) => ({ column, order: 'desc' }) as const);

export class KnexEventRepository implements EventRepository {
  /** @param isHeard whether anybody is to be told: without, events are kept for reading alone. */
  constructor(
    private readonly knex: Knex,
    private readonly numbers: EventNumbers,
    private readonly isHeard: boolean,
  ) {}

  async append(events: readonly SeanceEvent[], changeSet?: string): Promise<void> {
    const rows = (await this.numbers.draw(events)).map((numbered) => ({
      ...rowFromEvent(numbered),
      due_at: this.isHeard ? numbered.at : null,
      ...{ change_set: changeSet ?? null, derive_at: numbered.at },
    }));
    await insertRows<EventRow>(this.knex, 'seance_event', rows);
  }

  async ofSeance(
    spaceId: string,
    seanceId: string,
    { page, size, types }: EventSearch,
  ): Promise<PageOf<SeanceEvent>> {
    const found = () => {
      const query = this.events().where({ space_id: spaceId, seance_id: seanceId });
      return types ? query.whereIn('type', types) : query;
    };
    const total = await countOf(found());
    const rows = await found()
      .select(...eventColumns)
      .orderBy(latestFirst)
      .limit(size)
      .offset((page - 1) * size);
    return { items: rows.map(eventFromRow), total };
  }

  async latest(
    spaceId: string,
    seanceIds: readonly string[],
    type: EventType,
  ): Promise<ReadonlyMap<string, SeanceEvent>> {
    const found = new Map<string, SeanceEvent>();
    for (const batch of chunks(seanceIds)) {
      const numbered = this.events()
        .select(...eventColumns)
        .rowNumber('place', (window: Knex.QueryBuilder) => {
          void window.partitionBy('seance_id').orderBy(latestFirst);
        })
        .where({ space_id: spaceId, type })
        .whereIn('seance_id', batch);
      const rows = await this.knex<EventRow>(numbered.as('numbered')).where('place', 1).select();
      for (const row of rows) found.set(row.seance_id, eventFromRow(row));
    }
    return found;
  }

  async forgetUser(userId: string): Promise<void> {
    const forgotten = (column: 'actor' | 'user') => ({ [`${column}_id`]: '', [`${column}_name`]: '' });
    await this.events().where({ user_id: userId }).update(forgotten('user'));
    await this.events().where({ actor_id: userId }).update(forgotten('actor'));
    await this.forgetTrainer(userId);
  }

  /** What was told of the trainers of a séance names them too. */
  private async forgetTrainer(userId: string): Promise<void> {
    const rows = await this.events()
      .select('sequence', 'data')
      .whereRaw(contains('data'), [JSON.stringify(userId)]);
    for (const { sequence, data } of rows) {
      const without = JSON.stringify(withoutPerson(JSON.parse(data), userId));
      await this.events().where({ sequence }).update({ data: without });
    }
  }

  async removeOf(spaceId: string, seanceIds: readonly string[], at: Instant): Promise<void> {
    for (const batch of chunks(seanceIds)) {
      const theirs = () => this.events().where({ space_id: spaceId }).whereIn('seance_id', batch);
      await theirs().whereNull('due_at').whereNull('given_up_at').delete();
      await theirs().update({ purged_at: at });
    }
  }

  async removeLeft(platformId: string, purgedBefore: Instant, limit: number): Promise<number> {
    const old = this.events().where('purged_at', '<', purgedBefore).whereNull('due_at');
    const left = await inPlatforms(old, 'seance_event.space_id', [platformId])
      .orderBy('purged_at')
      .limit(limit)
      .pluck('sequence');
    // Whether they still wait for nobody is asked again: one that was given up may have been made due meanwhile.
    await this.events().whereIn('sequence', left).whereNull('due_at').delete();
    return left.length;
  }

  private events() {
    return this.knex<EventRow>('seance_event');
  }
}
