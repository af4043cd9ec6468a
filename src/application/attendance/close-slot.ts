import { hasAttended } from '../../domain/attendance/mark.js';
import type { Presence } from '../../domain/attendance/roll.js';
import type { Signature } from '../../domain/attendance/signature.js';
import { Refusal } from '../../domain/refusal.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Visit } from '../access/space-access.js';
import type { AttendanceBook } from './attendance-book.js';
import type { AttendanceBooks } from './attendance-books.js';
import type { SlotView } from './attendance-view.js';
import { request, write } from './mark-presence.js';
import type { ReadAttendance } from './read-attendance.js';

/** Ends the sheet of a half-day: by the signature of whoever closes it where people sign. */
export class CloseSlot {
  constructor(
    private readonly books: AttendanceBooks,
    private readonly readAttendance: ReadAttendance,
  ) {}

  /**
   * Who has no mark is absent then. Afterwards there are only corrections.
   *
   * @param signature null for who confirms in words.
   * @throws Refusal `not-found`, `attendance-off`, `seance-cancelled`, `slot-not-open`, `slot-closed`, and `validation` for a
   * signature where nobody signs.
   */
  async run(
    visit: Visit<'enrol'>,
    seanceId: string,
    slot: number,
    signature: Signature | null,
  ): Promise<SlotView> {
    await this.books.write(request(visit, seanceId, slot, []), async (book, { now, attendance }) => {
      const half = book.openSlot(slot);
      const isSigned = signs(book.settings, signature);
      if (half.rosterAt === null) await book.list(slot);
      const present = await markAbsent(book, slot, visit);
      const { id, name } = visit.actor;
      book.write(slot, visit.actor, [{ kind: 'close', user: { id, name }, at: now, isSigned, signature }]);
      book.change(slot, { closedAt: now, isSigned });
      const { checkIn } = book.checkInSlot(slot);
      await attendance.updateCheckIn({ seanceId, slot }, { ...checkIn, letters: null, until: null });
      // A séance is not cancelled any more once a half-day of it is closed.
      await attendance.touch(seanceId);
      const roll = await book.roll(slot);
      const people = roll.size;
      if (book.settings.attendanceAbsenceNotices) tellAbsent(book, slot, visit, roll);
      book.tell({
        type: 'attendance.closed',
        actor: { id, name },
        data: { slot, present, absent: people - present, people, signed: isSigned },
      });
    });
    return this.readAttendance.slot(visit, seanceId, slot);
  }
}

/** Whether people sign. @throws Refusal `validation` for a signature where they do not */
export function signs({ attendance }: Pick<Settings, 'attendance'>, signature: Signature | null): boolean {
  const isSigned = attendance === 'signed';
  if (!isSigned && signature !== null) throw Refusal.field('signature', 'not-allowed');
  return isSigned;
}

/** Says who is absent, for them to hear of it. */
function tellAbsent(
  book: AttendanceBook,
  slot: number,
  { actor: { id, name } }: Visit,
  roll: ReadonlyMap<string, Presence>,
): void {
  for (const { user, current } of roll.values())
    if (current?.mark === 'absent')
      book.tell({ type: 'attendance.absent', actor: { id, name }, user, data: { slot } });
}

/** @returns how many were there. */
async function markAbsent(book: AttendanceBook, slot: number, { actor }: Visit): Promise<number> {
  let present = 0;
  for (const presence of (await book.roll(slot)).values())
    if (presence.current === null)
      write(book, slot, actor, { kind: 'mark', user: presence.user, mark: 'absent' }, presence);
    else if (presence.current.mark && hasAttended({ mark: presence.current.mark })) present += 1;
  return present;
}
