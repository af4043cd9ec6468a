import { openDialog, type Container } from '../core/open-dialog.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';

/**
 * Shows the comments of a séance; true when something was written.
 *
 * @param isToAnnounce begins with a new one, of which people are told.
 */
export async function showComments(
  container: Container,
  at: Workplace,
  seance: Seance,
  isToAnnounce = false,
): Promise<boolean> {
  const hasChanged = await openDialog(
    container,
    () => import('./comments-dialog.js'),
    ({ CommentsDialog }) => new CommentsDialog(at, seance, isToAnnounce),
  );
  return hasChanged ?? false;
}
