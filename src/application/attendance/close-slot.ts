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
    await this.books.write(request(visit, seanceId, slot, []), async (book, { now }) => {
      const half = book.openSlot(slot);
      const isSigned = signs(book.settings, signature);
      if (half.rosterAt === null) await book.list(slot);
      const roll = await book.roll(slot);
      markAbsent(book, slot, visit, roll);
      const { id, name } = visit.actor;
      book.write(slot, visit.actor, [{ kind: 'close', user: { id, name }, at: now, isSigned, signature }]);
      book.change(slot, { closedAt: now, isSigned });
      await book.endCheckIn(slot);
      const people = roll.size;
      const present = [...roll.values()].filter(isPresent).length;
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

function isPresent({ current }: Presence): boolean {
  return current?.mark ? hasAttended({ mark: current.mark }) : false;
}

/** Who has no mark is absent. */
function markAbsent(
  book: AttendanceBook,
  slot: number,
  { actor }: Visit,
  roll: ReadonlyMap<string, Presence>,
): void {
  for (const presence of roll.values())
    if (presence.current === null)
      write(book, slot, actor, { kind: 'mark', user: presence.user, mark: 'absent' }, presence);
}

/** Says who is absent, for them to hear of it. @param roll as it was before who had no mark was marked. */
function tellAbsent(
  book: AttendanceBook,
  slot: number,
  { actor: { id, name } }: Visit,
  roll: ReadonlyMap<string, Presence>,
): void {
  for (const { user, current } of roll.values())
    if (current === null || current.mark === 'absent')
      book.tell({ type: 'attendance.absent', actor: { id, name }, user, data: { slot } });
}
