import { placeLine } from '../../domain/location/location.js';
import type { Schedule } from '../../domain/time/schedule.js';
import type { EntryContent } from '../../ports/calendar-writer.js';
import type { FeedEntry } from '../../ports/feed-entry-repository.js';
import type { SeancePages } from '../../ports/seance-pages.js';
import type { TextSanitizer } from '../../ports/text-sanitizer.js';

/** Makes what people read of séances in a calendar, be it a program of theirs or the agenda of the platform. */
export class EntryContents {
  constructor(
    private readonly sanitizer: TextSanitizer,
    private readonly pages: SeancePages,
  ) {}

  of({ seance, location, comments, entryVersion }: FeedEntry): EntryContent & Schedule {
    const { start, end, timeZone, startsAt, endsAt } = seance;
    const texts = [seance.description, seance.extraInfo].map((html) => this.sanitizer.readableText(html));
    return {
      ...{ start, end, timeZone, startsAt, endsAt },
      seanceId: seance.id,
      title: seance.name,
      description: texts.filter((text) => text !== '').join('\n\n'),
      informations: comments.map(({ content, author, createdAt }) => ({
        text: this.sanitizer.readableText(content),
        author: author.name,
        createdAt,
      })),
      place: placeLine(location),
      trainers: seance.trainers.map(({ name }) => name),
      onlineUrl: seance.onlineUrl,
      url: this.urlOf(seance.spaceId, seance.id),
      sequence: entryVersion,
    };
  }

  /** As in the content of a séance: a part of its state that no database knows. */
  urlOf(spaceId: string, seanceId: string): string | null {
    return this.pages.addressOf(spaceId, seanceId);
  }
}
