import { openDialog, type Container } from '../core/open-dialog.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';

/** Opens the form that changes several séances at once; the ids of those that are changed, or undefined when it was given up. */
export function showSelectionForm(
  container: Container,
  at: Workplace,
  seances: readonly Seance[],
): Promise<readonly string[] | undefined> {
  return openDialog(
    container,
    () => import('./selection-form.js'),
    ({ SelectionForm }) => new SelectionForm(at, seances),
  );
}
