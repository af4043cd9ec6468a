import { openDialog, type Container } from '../core/open-dialog.js';
import type { Workplace } from '../space/workplace.js';

/** Lets the reader make, replace and revoke the address of their own calendar feed. */
export async function showFeedDialog(container: Container, at: Workplace): Promise<void> {
  await openDialog(
    container,
    () => import('./feed-dialog.js'),
    ({ FeedDialog }) => new FeedDialog(at),
  );
}
