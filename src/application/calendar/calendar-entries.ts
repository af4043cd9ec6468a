import { placeLine } from '../../domain/seance/location.js';
import type { CalendarEntry } from '../../ports/calendar-writer.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
import type { TimetableEntry } from '../../ports/timetable-repository.js';

/** How many séances are remembered. */
const mostRemembered = 20_000;

/** Turns séances into what calendar programs show of them: the same object as long as nothing of it changes. */
export class CalendarEntries {
  private readonly known = new Map<string, CalendarEntry>();

  constructor(private readonly sanitizer: TextSanitizer) {}

  of(entry: TimetableEntry): CalendarEntry {
    const { id, version, startsAt, endsAt, trainers } = entry.seance;
    // Names of trainers, places and the rules of zones change without a new version of the séance.
    const key = JSON.stringify([id, version, startsAt, endsAt, trainers, entry.location]);
    const made = this.known.get(key) ?? this.make(entry);
    if (this.known.size >= mostRemembered) this.known.clear();
    this.known.set(key, made);
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
