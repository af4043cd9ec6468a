import { Refusal } from '../../domain/refusal.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
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
  ) {}

  /** @throws Refusal `not-found` */
  async run({ actor, space }: Visit, id: string): Promise<ExportedSeance> {
    const found = await this.unitOfWork.read(({ feedEntries }) => feedEntries.entries([id]));
    const [entry] = found.filter(({ seance }) => seance.spaceId === space.id && seance.deletedAt === null);
    if (!entry) throw new Refusal('not-found');
    const glance = { seanceId: id, spaceId: space.id, state: entry.state };
    const calendar = this.entries.calendarOf(actor.locale, [glance], () => Promise.resolve(found));
    return { name: entry.seance.name, calendar };
  }
}
