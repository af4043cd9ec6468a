import { openDialog, type Container } from '../core/open-dialog.js';
import type { Workplace } from '../space/workplace.js';
import type { ChosenScope, SeriesEdit } from './series.js';

/**
 * Asks which séances of its series the edit of a séance is about; undefined when it was given up.
 *
 * @throws RequestFailure when the server refuses the edit.
 */
export async function showEditScope(
  container: Container,
  at: Workplace,
  edit: SeriesEdit,
): Promise<ChosenScope | undefined> {
  // Nobody is asked about an edit that cannot be.
  const alone = await at.client.previewChanges(edit.seance.id, edit.changes, 'this');
  const answer = await openDialog(
    container,
    () => import('./edit-scope.js'),
    ({ EditScope }) => new EditScope(at, edit, alone),
  );
  if (answer instanceof Error) throw answer;
  return answer;
}
