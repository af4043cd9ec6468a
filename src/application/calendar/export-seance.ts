import type { CalendarWriter } from '../../ports/calendar-writer.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { CalendarEntries } from './calendar-entries.js';

/** One séance as a calendar that its reader takes along. */
export class ExportSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: CalendarEntries,
    private readonly writer: CalendarWriter,
  ) {}

  /**
   * @returns the text of the calendar.
   * @throws Refusal `not-found`
   */
  async run({ actor, space }: Visit, id: string): Promise<string> {
    const listed = await this.unitOfWork.read(({ seances }) => seances.get(space.id, id));
    return this.writer.write(actor.locale, [this.entries.of(listed)]);
  }
}
