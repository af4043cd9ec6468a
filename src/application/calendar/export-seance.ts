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
    const listed = await this.unitOfWork.read(({ seances }) => seances.get(space.id, id));
    return this.entries.calendarOf(actor.locale, [listed], () => Promise.resolve([listed]));
  }
}
