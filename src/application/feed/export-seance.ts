import { Refusal } from '../../domain/refusal.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { Calendar, CalendarEntries } from './calendar-entries.js';

/** One séance as a calendar that its reader takes along. */
export class ExportSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: CalendarEntries,
  ) {}

  /** @throws Refusal `not-found` */
  async run({ actor, space }: Visit, id: string): Promise<Calendar> {
    const found = await this.unitOfWork.read(({ feedEntries }) => feedEntries.entries([id]));
    const [glance] = found
      .filter(({ seance }) => seance.spaceId === space.id && seance.deletedAt === null)
      .map(({ state }) => ({ seanceId: id, spaceId: space.id, state }));
    if (!glance) throw new Refusal('not-found');
    return this.entries.calendarOf(actor.locale, [glance], () => Promise.resolve(found));
  }
}
