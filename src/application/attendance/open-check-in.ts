import { digitsAt, lettersOf, shownUntil, stepAt } from '../../domain/attendance/check-in.js';
import { hasAttended } from '../../domain/attendance/mark.js';
import { Refusal } from '../../domain/refusal.js';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type { SlotCheckIn } from '../../ports/attendance-repository.js';
import type { Digests } from '../../ports/digests.js';
import type { Visit } from '../access/space-access.js';
import type { Transaction } from '../transactions.js';
import type { AttendanceBooks } from './attendance-books.js';
import { request } from './mark-presence.js';
import type { ReadAttendance } from './read-attendance.js';

/** What the wall of the room shows. */
export interface ShownCheckIn {
  /** Null when learners may not check in. */
  readonly code: string | null;
  readonly secondsLeft: number;
  readonly until: Instant | null;
  readonly present: number;
  readonly people: number;
}

/** For how long a half-day that ended may still be checked in to, in seconds, as long as nobody closed it. */
const afterEnd = 15 * 60;
/** How often letters are drawn that no other open half-day has. */
const mostDraws = 20;

/** Lets learners check in themselves, and shows the code of now. */
export class OpenCheckIn {
  constructor(
    private readonly books: AttendanceBooks,
    private readonly readAttendance: ReadAttendance,
    private readonly digests: Digests,
  ) {}

  /**
   * @param until when it ends; as it was when it is not said, and at first the end of the half-day.
   * @throws Refusal `not-found`, `attendance-off`, `seance-cancelled`, `slot-not-open`, `slot-closed`, and `validation` for an
   * end that is over, or after that of the half-day.
   */
  async open(visit: Visit<'enrol'>, seanceId: string, slot: number, until?: Instant): Promise<ShownCheckIn> {
    const shown = await this.books.write(request(visit, seanceId, slot, []), async (book, transaction) => {
      const half = book.openSlot(slot);
      const { now } = transaction;
      const { checkIn } = book.checkInSlot(slot);
      const last = latest(half.endsAt, now);
      if (until !== undefined && (until <= now || until > last)) throw Refusal.field('until', 'not-allowed');
      const kept = checkIn.letters !== null && checkIn.until !== null && checkIn.until > now;
      const wanted = {
        ...checkIn,
        letters: checkIn.letters ?? (await this.letters(transaction)),
        secret: checkIn.secret ?? this.digests.random(),
        until: until ?? (kept ? checkIn.until : last),
      };
      if (wanted.letters !== checkIn.letters || wanted.until !== checkIn.until)
        await transaction.attendance.updateCheckIn({ seanceId, slot }, wanted);
      return { ...this.code(wanted, now), until: wanted.until };
    });
    return { ...shown, ...(await this.counts(visit, seanceId, slot)) };
  }

  /** @throws Refusal as {@link open} */
  async close(visit: Visit<'enrol'>, seanceId: string, slot: number): Promise<ShownCheckIn> {
    await this.books.write(request(visit, seanceId, slot, []), async (book) => {
      book.openSlot(slot);
      await book.endCheckIn(slot);
    });
    return { code: null, secondsLeft: 0, until: null, ...(await this.counts(visit, seanceId, slot)) };
  }

  private async counts(visit: Visit<'enrol'>, seanceId: string, slot: number) {
    const { entries } = await this.readAttendance.slot(visit, seanceId, slot);
    const present = entries.filter(({ mark }) => mark !== null && hasAttended({ mark }));
    return { present: present.length, people: entries.length };
  }

  private code({ letters, secret }: SlotCheckIn, now: Instant) {
    const digits = digitsAt(stepAt(now), secret ?? '', (key, text) => this.digests.keyed(key, text));
    const secondsLeft = (Date.parse(shownUntil(now)) - Date.parse(now)) / 1_000;
    return { code: `${letters}-${digits}`, secondsLeft };
  }

  private async letters({ attendance }: Transaction): Promise<string> {
    for (let draw = 0; draw < mostDraws; draw += 1) {
      const letters = lettersOf(this.digests.random());
      if (!(await attendance.hasLetters(letters))) return letters;
    }
    throw new Refusal('busy');
  }
}

/** Until when learners may check in at most. */
function latest(endsAt: Instant, now: Instant): Instant {
  const late = shiftInstant(now, afterEnd);
  return endsAt > late ? endsAt : late;
}
