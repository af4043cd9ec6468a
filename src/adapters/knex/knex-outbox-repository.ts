import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  DueEvent,
  GivenUpEvent,
  OutboxBacklog,
  OutboxRepository,
} from '../../ports/event-repository.js';
import { readBy, skippingLocked } from './dialect.js';
import { eventColumns, eventFromRow, type EventRow } from './event-row.js';
import { chunks } from './many-rows.js';

interface DueRow extends EventRow {
  sequence: number;
  attempts: number;
}

const idsPerStatement = 500;

export class KnexOutboxRepository implements OutboxRepository {
  constructor(private readonly knex: Knex) {}

  async hasDue(now: Instant): Promise<boolean> {
    const rows = (await this.due(now).select('sequence').limit(1)) as object[];
    return rows.length > 0;
  }

  async claim(now: Instant, until: Instant, limit: number): Promise<readonly DueEvent[]> {
    const found = (await this.due(now).orderBy('sequence').limit(limit).pluck('sequence')) as number[];
    // Found without a lock: whether they are still due is asked again with it.
    const due = this.knex('seance_event')
      .select(...eventColumns, 'sequence', 'attempts')
      .whereIn('sequence', found)
      .where('due_at', '<=', now)
      .orderBy('sequence');
    const rows = (await skippingLocked(this.knex, due)) as DueRow[];
    const mine = await this.inOrder(rows);
    await this.mark(sequencesOf(mine), { due_at: until, attempts: this.knex.raw('attempts + 1') });
    return mine.map((row) => ({
      sequence: row.sequence,
      attempts: row.attempts,
      event: eventFromRow(row),
    }));
  }

  async complete(sequences: readonly number[]): Promise<void> {
    await this.mark(sequences, { due_at: null });
  }

  async postpone(sequences: readonly number[], dueAt: Instant): Promise<void> {
    await this.mark(sequences, { due_at: dueAt });
  }

  async release(sequences: readonly number[], dueAt: Instant): Promise<void> {
    await this.mark(sequences, { due_at: dueAt, attempts: this.knex.raw('attempts - 1') });
  }

  async giveUp(sequences: readonly number[], at: Instant): Promise<void> {
    await this.mark(sequences, { due_at: null, given_up_at: at });
  }

  async backlog(): Promise<OutboxBacklog> {
    const [waiting] = (await this.knex('seance_event')
      .whereNotNull('due_at')
      .count({ count: '*' })
      .min({ oldest: 'happened_at' })) as unknown as [{ count: number; oldest: Instant | null }];
    const [givenUp] = (await this.knex('seance_event')
      .whereNotNull('given_up_at')
      .count({ count: '*' })) as unknown as [{ count: number }];
    return { waiting: waiting.count, oldest: waiting.oldest, givenUp: givenUp.count };
  }

  async givenUp(limit: number): Promise<readonly GivenUpEvent[]> {
    const rows = (await this.knex('seance_event')
      .select(...eventColumns, 'given_up_at')
      .whereNotNull('given_up_at')
      .orderBy([
        { column: 'given_up_at', order: 'desc' },
        { column: 'sequence', order: 'desc' },
      ])
      .limit(limit)) as (EventRow & { given_up_at: Instant })[];
    return rows.map((row) => ({ at: row.given_up_at, event: eventFromRow(row) }));
  }

  async retryGivenUp(now: Instant): Promise<number> {
    return this.knex('seance_event')
      .whereNotNull('given_up_at')
      .update({ due_at: now, given_up_at: null, attempts: 0 });
  }

  /** Events that are due, of séances of which none is claimed or postponed. */
  private due(now: Instant): Knex.QueryBuilder {
    const held = this.knex('seance_event').select('seance_id').where('due_at', '>', now);
    return this.knex(readBy(this.knex, 'seance_event', 'seance_event_due'))
      .where('due_at', '<=', now)
      .whereNotIn('seance_id', held);
  }

  /** Of each séance, the rows that no undelivered event outside of `rows` comes before. */
  private async inOrder(rows: readonly DueRow[]): Promise<readonly DueRow[]> {
    const last = rows.at(-1);
    if (!last) return [];
    const mine = new Set(sequencesOf(rows));
    const blockedFrom = new Map<string, number>();
    for (const some of chunks([...new Set(rows.map((row) => row.seance_id))], idsPerStatement)) {
      const undelivered = (await this.knex('seance_event')
        .select('seance_id', 'sequence')
        .whereIn('space_id', [...new Set(rows.map((row) => row.space_id))])
        .whereIn('seance_id', some)
        .where('sequence', '<=', last.sequence)
        .whereNotNull('due_at')
        .orderBy('sequence')) as Pick<DueRow, 'seance_id' | 'sequence'>[];
      for (const { seance_id: seanceId, sequence } of undelivered)
        if (!mine.has(sequence) && !blockedFrom.has(seanceId)) blockedFrom.set(seanceId, sequence);
    }
    return rows.filter((row) => row.sequence < (blockedFrom.get(row.seance_id) ?? Infinity));
  }

  private async mark(sequences: readonly number[], values: Record<string, unknown>): Promise<void> {
    for (const some of chunks(sequences, idsPerStatement))
      await this.knex('seance_event').whereIn('sequence', some).update(values);
  }
}

function sequencesOf(rows: readonly DueRow[]): readonly number[] {
  return rows.map(({ sequence }) => sequence);
}
