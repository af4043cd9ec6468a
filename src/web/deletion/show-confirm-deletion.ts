import { openDialog, type Container } from '../core/open-dialog.js';
import type { Workplace } from '../space/workplace.js';
import type { DeletionQuestion } from './deletion.js';

/** Asks whether to delete the séances, and which of their series, and deletes them; the ids of those that are. */
export function showConfirmDeletion(
  container: Container,
  at: Workplace,
  question: DeletionQuestion,
): Promise<readonly string[] | undefined> {
  return openDialog(
    container,
    () => import('./confirm-deletion.js'),
    ({ ConfirmDeletion }) => new ConfirmDeletion(at, question),
  );
}
