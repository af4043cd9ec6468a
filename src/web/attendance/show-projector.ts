import { loadPart } from '../core/load-part.js';
import type { Container } from '../core/open-dialog.js';
import { keepInSight } from '../core/sight.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { Projected } from './projector.js';

/** Shows a room how to check in, until that is left. */
export async function showProjector(
  container: Container,
  locale: AttendanceLocale,
  client: AttendanceSheetClient,
  projected: Projected,
): Promise<void> {
  const { CheckInProjector } = await loadPart(() => import('./projector.js'));
  const projector = new CheckInProjector(locale, client, projected);
  const letGo = await keepInSight(projector);
  container.append(projector);
  await projector.result;
  letGo();
  projector.remove();
}
