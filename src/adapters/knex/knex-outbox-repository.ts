import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  Claim,
  DueEvent,
  GivenUpEvent,
  OutboxBacklog,
  OutboxRepository,
} from '../../ports/event-repository.js';
import { readBy } from './dialect.js';
import { eventColumns, eventFromRow, type EventRow, orderOfEvents } from './event-row.js';
import { chunks } from './many-rows.js';

interface DueRow extends EventRow {
  sequence: number;
  attempts: number;
}

/** Where events are: what leads to them by an index. */
type Lane = Pick<EventRow, 'space_id' | 'seance_id'>;

const idsPerStatement = 500;

export class KnexOutboxRepository implements OutboxRepository {
  constructor(private readonly knex: Knex) {}

  async hasDue(now: Instant): Promise<boolean> {
    const rows = (await this.due(now).select('sequence').limit(1)) as object[];
    return rows.length > 0;
  }

  async claim({ token, until }: Claim, now: Instant, limit: number): Promise<readonly DueEvent[]> {
    const found = (await this.due(now)
      .orderBy('sequence')
      .limit(limit)
      .select('space_id', 'seance_id')) as Lane[];
    const undelivered = await this.firstUndelivered(found, limit);
    // Found without a lock: whether they are still due is asked again by what claims them.
    await this.each(undelivered, (events) =>
      events.where('due_at', '<=', now).update({ claimed_by: token, due_at: until }).increment('attempts', 1),
    );
    const claimed = new Map((await this.claimedBy(token, undelivered)).map((row) => [row.sequence, row]));
    const mine = inOrder(undelivered, claimed);
    const rest = [...claimed.keys()].filter((sequence) => !mine.some((row) => row.sequence === sequence));
    await this.release(token, rest, now);
    return mine.map((row) => ({
      sequence: row.sequence,
      attempts: row.attempts - 1,
      event: eventFromRow(row),
    }));
  }

  async complete(token: string, sequences: readonly number[]): Promise<void> {
    await this.mark(token, sequences, { due_at: null });
  }

  async postpone(token: string, sequences: readonly number[], dueAt: Instant): Promise<void> {
    await this.mark(token, sequences, { due_at: dueAt });
  }

  async release(token: string, sequences: readonly number[], dueAt: Instant): Promise<void> {
    await this.mark(token, sequences, { due_at: dueAt, attempts: this.knex.raw('attempts - 1') });
  }

  async giveUp(token: string, sequences: readonly number[], at: Instant): Promise<void> {
    await this.mark(token, sequences, { due_at: null, given_up_at: at });
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

  /**
   * The first undelivered events of some séances: of each from its first on. Whoever claims any of a séance writes that
   * one, so that two of them meet there, also on two nodes of a cluster.
   */
  private async firstUndelivered(lanes: readonly Lane[], limit: number): Promise<readonly DueRow[]> {
    if (lanes.length === 0) return [];
    return (await this.knex('seance_event')
      .select('sequence', 'seance_id')
      .whereIn('space_id', [...new Set(lanes.map((lane) => lane.space_id))])
      .whereIn('seance_id', [...new Set(lanes.map((lane) => lane.seance_id))])
      .whereNotNull('due_at')
      .orderBy([...orderOfEvents])
      .limit(limit)) as DueRow[];
  }

  private async claimedBy(
    token: string,
    some: readonly Pick<DueRow, 'sequence'>[],
  ): Promise<readonly DueRow[]> {
    const rows: DueRow[] = [];
    await this.each(some, async (events) => {
      const found = events.where({ claimed_by: token }).select(...eventColumns, 'sequence', 'attempts');
      rows.push(...((await found) as DueRow[]));
    });
    return rows;
  }

  private async mark(
    token: string,
    sequences: readonly number[],
    values: Record<string, unknown>,
  ): Promise<void> {
    const some = sequences.map((sequence) => ({ sequence }));
    await this.each(some, (events) =>
      events.where({ claimed_by: token }).update({ ...values, claimed_by: null }),
    );
  }

  private async each(
    some: readonly Pick<DueRow, 'sequence'>[],
    work: (events: Knex.QueryBuilder) => PromiseLike<unknown>,
  ): Promise<void> {
    for (const few of chunks(some, idsPerStatement)) {
      const sequences = few.map(({ sequence }) => sequence);
      await work(this.knex('seance_event').whereIn('sequence', sequences));
    }
  }
}

/** Of each séance, what was claimed before the first of its undelivered events that was not. */
function inOrder(undelivered: readonly DueRow[], claimed: ReadonlyMap<number, DueRow>): readonly DueRow[] {
  const blocked = new Set<string>();
  return undelivered.flatMap(({ sequence, seance_id: seanceId }) => {
    const row = claimed.get(sequence);
    if (!row) blocked.add(seanceId);
    return row && !blocked.has(seanceId) ? [row] : [];
  });
}
