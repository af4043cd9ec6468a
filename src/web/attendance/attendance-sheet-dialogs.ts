import { openDialog, type Container } from '../core/open-dialog.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { Attendance, Entry, MarkValue, Slot } from './attendance.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import type { ClosingQuestion } from './close-slot.js';
import type { CorrectionQuestion } from './correction-form.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { MarkToComplete } from './mark-note-form.js';
import type { MarkPost } from './mark-post.js';
import type { ShownEntry } from './pending-marks.js';

/** Completes a mark that needs more than a tap. */
export function completeMark(
  container: Container,
  locale: AttendanceLocale,
  slot: Slot,
  entry: Entry,
  mark: MarkToComplete,
  now: number,
): Promise<MarkValue | undefined> {
  return openDialog(
    container,
    () => import('./mark-note-form.js'),
    ({ MarkNoteForm }) => new MarkNoteForm(locale, slot, entry, mark, now),
  );
}

/** Shows all that was said of somebody. */
export async function showMarkDetails(
  container: Container,
  locale: AttendanceLocale,
  entry: ShownEntry,
  timeZone: string,
): Promise<void> {
  await openDialog(
    container,
    () => import('./mark-details.js'),
    ({ MarkDetails }) => new MarkDetails(locale, entry, timeZone),
  );
}

/** Corrects a mark of a closed half-day; the half-day as it is then. */
export function correctMark(
  container: Container,
  locale: AttendanceLocale,
  client: AttendanceSheetClient,
  question: CorrectionQuestion,
): Promise<Slot | undefined> {
  return openDialog(
    container,
    () => import('./correction-form.js'),
    ({ CorrectionForm }) => new CorrectionForm(locale, client, question),
  );
}

/** Closes a half-day; as it is then. */
export function closeSlot(
  container: Container,
  locale: AttendanceLocale,
  client: AttendanceSheetClient,
  post: MarkPost,
  question: ClosingQuestion,
): Promise<Slot | undefined> {
  return openDialog(
    container,
    () => import('./close-slot.js'),
    ({ CloseSlot }) => new CloseSlot(locale, client, post, question),
  );
}

/** Adds people to a half-day; as it is then. */
export function addPeople(
  container: Container,
  at: Workplace,
  locale: AttendanceLocale,
  client: AttendanceSheetClient,
  seance: Seance,
  slot: Slot,
): Promise<Slot | undefined> {
  return openDialog(
    container,
    () => import('./attendance-sheet-add.js'),
    ({ AttendanceSheetAdd }) => new AttendanceSheetAdd(at, locale, client, seance, slot),
  );
}

/** Changes what parts the half-days. */
export function changeBreak(
  container: Container,
  locale: AttendanceLocale,
  client: AttendanceSheetClient,
  seanceId: string,
  now: Attendance['break'],
): Promise<Attendance | undefined> {
  return openDialog(
    container,
    () => import('./break-form.js'),
    ({ BreakForm }) => new BreakForm(locale, client, seanceId, now),
  );
}
