import { placeLine } from '../../domain/seance/location.js';
import type { CalendarEntry } from '../../ports/calendar-writer.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';
import type { TimetableEntry } from '../../ports/timetable-repository.js';

/** Turns séances into what calendar programs show of them. */
export class CalendarEntries {
  constructor(private readonly sanitizer: TextSanitizer) {}

  of({ seance, location }: TimetableEntry): CalendarEntry {
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
