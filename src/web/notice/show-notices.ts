import { openDialog, type Container } from '../core/open-dialog.js';
import type { Workplace } from '../space/workplace.js';

/** Shows what the reader was told. @returns the séance that they then want to see */
export async function showNotices(container: Container, at: Workplace): Promise<string | undefined> {
  return openDialog(
    container,
    () => import('./notices-dialog.js'),
    ({ NoticesDialog }) => new NoticesDialog(at),
  );
}
