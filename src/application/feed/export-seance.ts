import { Refusal } from '../../domain/refusal.js';
import type { FeedEntry } from '../../ports/feed-entry-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { GetSeance } from '../seance/get-seance.js';
import type { Calendar, CalendarEntries } from './calendar-entries.js';

/** A calendar of one séance, and what it is called. */
export interface ExportedSeance {
  readonly name: string;
  readonly calendar: Calendar;
}

/** One séance as a calendar that its reader takes along. */
export class ExportSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: CalendarEntries,
    private readonly getSeance: GetSeance,
  ) {}

  /** @throws Refusal `not-found` */
  async run(visit: Visit, id: string): Promise<ExportedSeance> {
    const found = await this.unitOfWork.read(({ feedEntries }) => feedEntries.entries([id]));
    const [entry] = found.filter(
      ({ seance }) => seance.spaceId === visit.space.id && seance.deletedAt === null,
    );
    if (!entry) throw new Refusal('not-found');
    const told = await this.asTold(visit, entry);
    const glance = { seanceId: id, spaceId: visit.space.id, state: told.state };
    const calendar = this.entries.calendarOf(visit.actor.locale, [glance], () => Promise.resolve([told]));
    return { name: entry.seance.name, calendar };
  }

  /** Without its online class for who has no place in it: another entry, with a state of its own. */
  private async asTold(visit: Visit, entry: FeedEntry): Promise<FeedEntry> {
    if (entry.seance.onlineUrl === null) return entry;
    const { onlineUrl } = await this.getSeance.run(visit, entry.seance.id);
    if (onlineUrl !== null) return entry;
    return { ...entry, state: `${entry.state} apart`, seance: { ...entry.seance, onlineUrl } };
  }
}
