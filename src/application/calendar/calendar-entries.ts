import { placeLine } from '../../domain/seance/location.js';
import type { CalendarEntry, CalendarWriter } from '../../ports/calendar-writer.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
import type { TimetableEntry } from '../../ports/timetable-repository.js';
import { BoundedMemory } from '../memory/bounded-memory.js';

/** How many séances are remembered. */
const mostRemembered = 20_000;

/** A calendar that is written only for who does not have it. */
export interface Calendar {
  /** As long as this is the same, so is the text. */
  readonly state: string;
  readonly text: () => string;
}

/** Makes calendars of séances. What one séance comes to is remembered as long as nothing of it changes. */
export class CalendarEntries {
  private readonly known = new BoundedMemory<CalendarEntry>(mostRemembered);

  constructor(
    private readonly sanitizer: TextSanitizer,
    private readonly writer: CalendarWriter,
  ) {}

  /** @param locale BCP 47 tag of whoever reads it. */
  calendarOf(locale: string, entries: readonly TimetableEntry[]): Calendar {
    const states = entries.map(stateOf);
    return {
      state: [locale, ...states].join('\n'),
      text: () =>
        this.writer.write(
          locale,
          entries.map((entry, index) => this.remembered(entry, states[index] ?? '')),
        ),
    };
  }

  private remembered(entry: TimetableEntry, state: string): CalendarEntry {
    const made = this.known.get(state) ?? this.make(entry);
    this.known.set(state, made);
    return made;
  }

  private make({ seance, location }: TimetableEntry): CalendarEntry {
    const { start, end, timeZone, startsAt, endsAt } = seance;
    const texts = [seance.description, seance.extraInfo].map((html) => this.sanitizer.plainText(html));
    return {
      start,
      end,
      timeZone,
      startsAt,
      endsAt,
      seanceId: seance.id,
      title: seance.name,
      description: texts.filter((text) => text !== '').join('\n\n'),
      place: placeLine(location),
      trainers: seance.trainers.map(({ name }) => name),
      sequence: seance.version,
      createdAt: seance.createdAt,
      changedAt: seance.updatedAt,
      isCancelled: seance.deletedAt !== null,
    };
  }
}

/** Names of trainers, places and the rules of zones change without a new version of the séance. */
function stateOf({ seance, location }: TimetableEntry): string {
  const { id, version, startsAt, endsAt, trainers } = seance;
  return JSON.stringify([id, version, startsAt, endsAt, trainers, location]);
}
