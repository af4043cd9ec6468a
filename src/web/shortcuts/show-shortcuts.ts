import { openDialog, type Container } from '../core/open-dialog.js';
import type { Workplace } from '../space/workplace.js';

/** Says which keys do what, and lets the reader switch them off and on. */
export async function showShortcuts(container: Container, at: Workplace): Promise<void> {
  await openDialog(
    container,
    () => import('./shortcuts-dialog.js'),
    ({ ShortcutsDialog }) => new ShortcutsDialog(at),
  );
}
