import { openDialog, type Container } from '../core/open-dialog.js';
import type { AdminDesk } from './admin-desk.js';
import type { AdminNews } from './admin-message.js';
import type { RecordTask } from './record-form.js';

/** Opens a form; what came of it, or undefined when it was given up. */
export function showRecordForm<Result>(
  container: Container,
  { locale }: AdminDesk,
  task: RecordTask<Result>,
): Promise<Result | undefined> {
  return openDialog(
    container,
    () => import('./record-form.js'),
    ({ RecordForm }) => new RecordForm(locale, task),
  );
}

/** Says something, or asks before a deletion; true once the reader has agreed and it is done. */
export async function showMessage(
  container: Container,
  { locale }: AdminDesk,
  news: AdminNews,
): Promise<boolean> {
  const isAgreed = await openDialog(
    container,
    () => import('./admin-message.js'),
    ({ AdminMessage }) => new AdminMessage(locale, news),
  );
  return isAgreed ?? false;
}
