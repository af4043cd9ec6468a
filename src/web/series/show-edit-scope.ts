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
  const answer = await openDialog(
    container,
    () => import('./edit-scope.js'),
    ({ EditScope }) => new EditScope(at, edit),
  );
  if (answer instanceof Error) throw answer;
  return answer;
}
