import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  Claim,
  DueEvent,
  GivenUpEvent,
  OutboxBacklog,
  OutboxRepository,
} from '../../ports/event-repository.js';
import { countOf, waitingOf } from './count-of.js';
import { readBy } from './dialect.js';
import { eventColumns, eventFromRow, orderOfEvents, type StoredEvent } from './event-row.js';
import { chunks } from './many-rows.js';
import type { EventRow } from './tables.js';

type ClaimedRow = StoredEvent & Pick<EventRow, 'sequence' | 'attempts'>;
type Sequenced = Pick<EventRow, 'sequence'>;

/** Where events are: what leads to them by an index. */
type Lane = Pick<EventRow, 'space_id' | 'seance_id'>;

export class KnexOutboxRepository implements OutboxRepository {
  constructor(private readonly knex: Knex) {}

  async hasDue(now: Instant): Promise<boolean> {
    const rows = await this.due(now).select('sequence').limit(1);
    return rows.length > 0;
  }

  async claim({ token, until }: Claim, now: Instant, limit: number): Promise<readonly DueEvent[]> {
    const found = await this.due(now).orderBy('sequence').limit(limit).select('space_id', 'seance_id');
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
    const waiting = await waitingOf(this.events().whereNotNull('due_at'), 'happened_at');
    return { ...waiting, givenUp: await countOf(this.events().whereNotNull('given_up_at')) };
  }

  async givenUp(limit: number): Promise<readonly GivenUpEvent[]> {
    const rows = await this.events()
      .select(...eventColumns, 'given_up_at')
      .whereNotNull('given_up_at')
      .orderBy([
        { column: 'given_up_at', order: 'desc' },
        { column: 'sequence', order: 'desc' },
      ])
      .limit(limit);
    return rows.flatMap((row) =>
      row.given_up_at === null ? [] : [{ at: row.given_up_at, event: eventFromRow(row) }],
    );
  }

  async retryGivenUp(now: Instant): Promise<number> {
    return this.events().whereNotNull('given_up_at').update({ due_at: now, given_up_at: null, attempts: 0 });
  }

  /** Events that are due, of séances of which none is claimed or postponed. */
  private due(now: Instant) {
    const held = this.events().select('seance_id').where('due_at', '>', now);
    return this.knex<EventRow>(readBy(this.knex, 'seance_event', 'seance_event_due'))
      .where('due_at', '<=', now)
      .whereNotIn('seance_id', held);
  }

  /**
   * The first undelivered events of some séances: of each from its first on. Whoever claims any of a séance writes that
   * one, so that two of them meet there, also on two nodes of a cluster.
   */
  private async firstUndelivered(
    lanes: readonly Lane[],
    limit: number,
  ): Promise<readonly Pick<EventRow, 'sequence' | 'seance_id'>[]> {
    if (lanes.length === 0) return [];
    return this.events()
      .select('sequence', 'seance_id')
      .whereIn('space_id', [...new Set(lanes.map((lane) => lane.space_id))])
      .whereIn('seance_id', [...new Set(lanes.map((lane) => lane.seance_id))])
      .whereNotNull('due_at')
      .orderBy([...orderOfEvents])
      .limit(limit);
  }

  private async claimedBy(token: string, some: readonly Sequenced[]): Promise<readonly ClaimedRow[]> {
    const rows: ClaimedRow[] = [];
    await this.each(some, async (events) => {
      const found = events.where({ claimed_by: token }).select(...eventColumns, 'sequence', 'attempts');
      rows.push(...(await found));
    });
    return rows;
  }

  private async mark(
    token: string,
    sequences: readonly number[],
    values: { [Column in keyof EventRow]?: EventRow[Column] | Knex.Raw },
  ): Promise<void> {
    const some = sequences.map((sequence) => ({ sequence }));
    await this.each(some, (events) =>
      events.where({ claimed_by: token }).update({ ...values, claimed_by: null }),
    );
  }

  private async each(
    some: readonly Sequenced[],
    work: (events: Events) => PromiseLike<unknown>,
  ): Promise<void> {
    for (const part of chunks(some)) {
      const sequences = part.map(({ sequence }) => sequence);
      await work(this.events().whereIn('sequence', sequences));
    }
  }

  private events(): Events {
    return eventsOn(this.knex);
  }
}

type Events = ReturnType<typeof eventsOn>;

function eventsOn(knex: Knex) {
  return knex<EventRow>('seance_event');
}

/** Of each séance, what was claimed before the first of its undelivered events that was not. */
function inOrder(
  undelivered: readonly Pick<EventRow, 'sequence' | 'seance_id'>[],
  claimed: ReadonlyMap<number, ClaimedRow>,
): readonly ClaimedRow[] {
  const blocked = new Set<string>();
  return undelivered.flatMap(({ sequence, seance_id: seanceId }) => {
    const row = claimed.get(sequence);
    if (!row) blocked.add(seanceId);
    return row && !blocked.has(seanceId) ? [row] : [];
  });
}
