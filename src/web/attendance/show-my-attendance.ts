import type { ClientOf } from '../core/http.js';
import { loadPart } from '../core/load-part.js';
import type { Locale } from '../core/locale.js';
import { openDialog, type Container } from '../core/open-dialog.js';
import { withAttendanceTexts } from './load-attendance-locale.js';

/** Shows the reader their hours, in all their spaces. */
export async function showMyAttendance(
  container: Container,
  locale: Locale,
  clientOf: ClientOf,
): Promise<void> {
  const [texts, { MyAttendanceClient }] = await Promise.all([
    withAttendanceTexts(locale),
    loadPart(() => import('./my-attendance-client.js')),
  ]);
  await openDialog(
    container,
    () => import('./my-attendance-dialog.js'),
    ({ MyAttendanceDialog }) => new MyAttendanceDialog(texts, clientOf(MyAttendanceClient)),
  );
}
