import { Refusal } from '../../domain/refusal.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { BegunSlot } from '../../ports/attendance-repository.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { AttendanceBooks } from './attendance-books.js';

const batchSize = 100;
/** How long after its start a roster is still written down by itself, in seconds; later when somebody asks for it. */
const noLater = 24 * 60 * 60;

/**
 * Writes down who was to be in half-days that have begun: from then on they do not follow enrolments any more. Any number
 * of processes may do it at once.
 */
export class WriteRosters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly books: AttendanceBooks,
    private readonly clock: Clock,
  ) {}

  /** @returns of how many séances there was something to write. */
  async run(): Promise<number> {
    const now = this.clock.now();
    let written = 0;
    let after: BegunSlot = { spaceId: '', seanceId: '', startsAt: shiftInstant(now, -noLater) };
    for (;;) {
      const found = await this.unitOfWork.read(({ attendance }) =>
        attendance.unlisted(after, now, batchSize),
      );
      const last = found.at(-1);
      if (!last) return written;
      after = last;
      const platforms = await this.unitOfWork.read(({ platforms: all }) =>
        all.ofSpaces(found.map(({ spaceId }) => spaceId)),
      );
      for (const one of found) written += await this.write(platforms.get(one.spaceId) ?? '', one);
    }
  }

  private async write(platformId: string, { spaceId, seanceId }: BegunSlot): Promise<number> {
    if ((await this.readSettings.run(platformId)).attendance === 'off') return 0;
    try {
      // To open a book is all that has to be done: rosters that are due are written then.
      await this.books.write({ platformId, spaceId, seanceId, slot: null }, () => Promise.resolve());
      return 1;
    } catch (error) {
      // It was deleted or cancelled meanwhile.
      if (Refusal.is(error) && error.kind !== 'unavailable') return 0;
      throw error;
    }
  }
}
