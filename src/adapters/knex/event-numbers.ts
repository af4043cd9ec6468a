import type { Knex } from 'knex';
import type { SeanceEvent } from '../../domain/event/seance-event.js';
import { groupedBy } from '../../domain/grouped.js';
import type { Instant } from '../../domain/time/schedule.js';
import { chunks } from './many-rows.js';
import type { EventRow, SeanceRow } from './tables.js';

/** What a row of `seance` says of its events. */
export const counterColumns = [
  'event_count',
  'last_event_at',
] as const satisfies readonly (keyof SeanceRow)[];

type CounterRow = Pick<SeanceRow, 'id' | (typeof counterColumns)[number]>;

/** The counter of a séance's events. */
interface Counter {
  /** As it is in the row. */
  readonly stored: number;
  /** The number of the last event. */
  readonly count: number;
  readonly lastAt: Instant | null;
}

export interface Growth {
  readonly more: number;
  readonly lastAt: Instant;
}

/** An event with its place among those of its séance. */
export interface NumberedEvent {
  readonly event: SeanceEvent;
  readonly number: number;
  /** When it happened, but not before the one before it, whatever the clocks of two processes say. */
  readonly at: Instant;
}

/**
 * Numbers the events of each séance, in one transaction that holds the séances' locks: the order in which they happened
 * (ADR 0015). Numbers are drawn in memory and stored once, before the transaction ends or with whatever else is written
 * of the row. Storing them is also what makes two nodes of a cluster meet that change one séance at the same time.
 */
export class EventNumbers {
  private readonly counters = new Map<string, Counter>();

  constructor(private readonly knex: Knex) {}

  /** Remembers what a locked row says: every write that happens to a séance has a statement less. */
  learn(rows: readonly CounterRow[]): void {
    for (const { id, event_count: count, last_event_at: lastAt } of rows) {
      // Of what the version before wrote, nothing was counted.
      if (count > 0 && !this.counters.has(id)) this.counters.set(id, { stored: count, count, lastAt });
    }
  }

  async draw(events: readonly SeanceEvent[]): Promise<readonly NumberedEvent[]> {
    // The first event of a séance is its creation: there is nothing to ask for.
    for (const { type, seanceId, at } of events)
      if (type === 'seance.created') this.counters.set(seanceId, { stored: 1, count: 0, lastAt: at });
    await this.load(events);
    return events.map((event) => this.next(event));
  }

  /** By how much the counter of a séance has grown, for who stores that with its row; undefined when it has not. */
  storing(seanceId: string): Growth | undefined {
    const counter = this.counters.get(seanceId);
    if (!counter?.lastAt || counter.stored === counter.count) return undefined;
    const { stored, count, lastAt } = counter;
    this.counters.set(seanceId, { stored: count, count, lastAt });
    return { more: count - stored, lastAt };
  }

  /** Stores what was drawn and is not stored yet. */
  async save(): Promise<void> {
    const growths = [...this.counters.keys()].flatMap((id) => {
      const growth = this.storing(id);
      return growth ? [{ id, ...growth }] : [];
    });
    const alike = groupedBy(growths, ({ more, lastAt }) => `${more} ${lastAt}`);
    for (const same of alike.values()) {
      const { more, lastAt } = same[0] as Growth;
      const ids = same.map(({ id }) => id);
      for (const part of chunks(ids))
        await this.knex<SeanceRow>('seance')
          .whereIn('id', part)
          .update({ last_event_at: lastAt })
          .increment('event_count', more);
    }
  }

  private next(event: SeanceEvent): NumberedEvent {
    const { stored, count, lastAt } = this.counters.get(event.seanceId) ?? {
      stored: 0,
      count: 0,
      lastAt: null,
    };
    const at = lastAt !== null && lastAt > event.at ? lastAt : event.at;
    this.counters.set(event.seanceId, { stored, count: count + 1, lastAt: at });
    return { event, number: count + 1, at };
  }

  private async load(events: readonly SeanceEvent[]): Promise<void> {
    const unknown = () => events.filter(({ seanceId }) => !this.counters.has(seanceId));
    for (const ids of chunks(seancesOf(unknown())))
      this.learn(
        await this.knex<SeanceRow>('seance')
          .select('id', ...counterColumns)
          .whereIn('id', ids),
      );
    for (const [spaceId, some] of groupedBy(unknown(), (event) => event.spaceId))
      for (const ids of chunks(seancesOf(some))) await this.count(spaceId, ids);
  }

  /** Of séances that were touched by no process of this version yet: their numbers go on above all that happened. */
  private async count(spaceId: string, seanceIds: readonly string[]): Promise<void> {
    const rows = await this.knex<EventRow>('seance_event')
      .where({ space_id: spaceId })
      .whereIn('seance_id', seanceIds)
      .groupBy('seance_id')
      .select({ id: 'seance_id' })
      .count({ count: '*' })
      .max<CountRow[]>({ last: 'happened_at', highest: 'number' });
    for (const { id, count, highest, last } of rows)
      this.counters.set(id, { stored: 0, count: Math.max(count, highest ?? 0), lastAt: last });
  }
}

interface CountRow {
  readonly id: string;
  readonly count: number;
  readonly highest: number | null;
  readonly last: Instant;
}

function seancesOf(events: readonly SeanceEvent[]): readonly string[] {
  return [...new Set(events.map(({ seanceId }) => seanceId))];
}
