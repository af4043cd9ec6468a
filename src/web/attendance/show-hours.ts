import { loadPart } from '../core/load-part.js';
import { openDialog, type Container } from '../core/open-dialog.js';
import type { Workplace } from '../space/workplace.js';
import { withAttendanceTexts } from './load-attendance-locale.js';

/** Shows how long each learner of the session was there. */
export async function showHours(container: Container, at: Workplace): Promise<void> {
  const texts = await withAttendanceTexts(at.locale);
  const { HoursClient } = await loadPart(() => import('./hours-client.js'));
  await openDialog(
    container,
    () => import('./hours-dialog.js'),
    ({ HoursDialog }) => new HoursDialog(texts, at.client.with(HoursClient), at.session),
  );
}
