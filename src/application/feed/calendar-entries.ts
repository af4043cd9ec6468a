import type { CalendarEntry, CalendarWriter } from '../../ports/calendar-writer.js';
import type { FeedEntry, FeedGlance } from '../../ports/feed-entry-repository.js';
import { BoundedMemory } from '../bounded-memory.js';
import type { EntryContents } from './entry-contents.js';

/** How many séances are remembered. */
const mostRemembered = 20_000;

/** A calendar, and the state of its séances: as long as it is the same, so is the text. */
export interface WrittenCalendar {
  readonly state: string;
  /** In UTF-8. */
  readonly text: Uint8Array<ArrayBuffer>;
}

/** A calendar that is written only for who does not have it. */
export interface Calendar {
  readonly state: string;
  /** What it comes to now: when something has changed meanwhile, its state is another one. */
  write(): Promise<WrittenCalendar>;
}

interface StatedEntry {
  readonly state: string;
  readonly entry: CalendarEntry;
}

type Glance = Pick<FeedGlance, 'seanceId' | 'spaceId' | 'state'>;

/** Reads the séances of these ids, as far as they are still there. */
type EntriesReader = (seanceIds: readonly string[]) => Promise<readonly FeedEntry[]>;

/**
 * Makes calendars of séances. What one séance comes to is remembered as long as nothing of it changes: a feed of 1,000
 * takes 10 ms then, and 4 s where nothing is remembered, on a busy machine.
 */
export class CalendarEntries {
  /** By séance. */
  private readonly known = new BoundedMemory<StatedEntry>(mostRemembered);

  constructor(
    private readonly contents: EntryContents,
    private readonly writer: CalendarWriter,
  ) {}

  /**
   * @param locale BCP 47 tag of whoever reads it.
   * @param read asked only for what is not remembered, and only when the calendar is written.
   */
  calendarOf(locale: string, glances: readonly Glance[], read: EntriesReader): Calendar {
    const shown = glances.map((glance) => ({ ...glance, state: this.shownState(glance) }));
    return {
      state: stateOf(locale, shown),
      write: async () => {
        const stated = await this.entriesOf(shown, read);
        const entries = stated.map(({ entry }) => entry);
        return { state: stateOf(locale, stated), text: this.writer.write(locale, entries) };
      },
    };
  }

  /** The calendar of a mail, for its reader to keep: published, and not subscribed to. */
  async published(locale: string, entries: readonly FeedEntry[]): Promise<string> {
    const glances = entries.map(({ seance: { id: seanceId, spaceId }, state }) => ({
      seanceId,
      spaceId,
      state,
    }));
    const shown = glances.map((glance) => ({ ...glance, state: this.shownState(glance) }));
    const stated = await this.entriesOf(shown, () => Promise.resolve(entries));
    const text = this.writer.write(
      locale,
      stated.map(({ entry }) => entry),
      'PUBLISH',
    );
    return new TextDecoder().decode(text);
  }

  private async entriesOf(glances: readonly Glance[], read: EntriesReader): Promise<readonly StatedEntry[]> {
    const known = glances.map(({ seanceId, state }) => {
      const stated = this.known.get(seanceId);
      return stated?.state === state ? stated : undefined;
    });
    const missing = glances.filter((_, index) => !known[index]).map(({ seanceId }) => seanceId);
    const found = missing.length === 0 ? [] : await read(missing);
    const made = new Map(found.map((entry) => [entry.seance.id, this.remember(entry)]));
    return glances.flatMap(({ seanceId }, index) => known[index] ?? made.get(seanceId) ?? []);
  }

  private remember(read: FeedEntry): StatedEntry {
    const { id: seanceId, spaceId } = read.seance;
    const state = this.shownState({ seanceId, spaceId, state: read.state });
    const stated = { state, entry: this.make(read) };
    this.known.set(seanceId, stated);
    return stated;
  }

  /** The host may give a séance another address, of which no database knows. */
  private shownState({ seanceId, spaceId, state }: Glance): string {
    return `${state} ${this.contents.urlOf(spaceId, seanceId)}`;
  }

  private make(read: FeedEntry): CalendarEntry {
    return {
      ...this.contents.of(read),
      createdAt: read.seance.createdAt,
      changedAt: read.entryChangedAt,
      isCancelled: read.seance.deletedAt !== null || read.seance.cancelled !== null,
      cancellationReason: read.seance.cancelled?.reason ?? '',
    };
  }
}

function stateOf(locale: string, stated: readonly { readonly state: string }[]): string {
  return [locale, ...stated.map(({ state }) => state)].join('\n');
}
