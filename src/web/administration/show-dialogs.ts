import type { AdminDesk } from './admin-desk.js';
import type { AdminNews } from './admin-message.js';
import type { RecordTask } from './record-form.js';

type Container = HTMLElement | DocumentFragment;

/** Opens a form; what came of it, or undefined when it was given up. */
export async function showRecordForm<Result>(
  container: Container,
  { locale }: AdminDesk,
  task: RecordTask<Result>,
): Promise<Result | undefined> {
  const [{ RecordForm }, { showModal }] = await Promise.all([
    import('./record-form.js'),
    import('../core/modal-dialog.js'),
  ]);
  const form = new RecordForm<Result>();
  Object.assign(form, { locale, texts: locale, task });
  return showModal(container, form);
}

/** Says something, or asks before a deletion; true once the reader has agreed and it is done. */
export async function showMessage(
  container: Container,
  { locale }: AdminDesk,
  news: AdminNews,
): Promise<boolean> {
  const [{ AdminMessage }, { showModal }] = await Promise.all([
    import('./admin-message.js'),
    import('../core/modal-dialog.js'),
  ]);
  const message = new AdminMessage();
  Object.assign(message, { locale, texts: locale, news });
  return (await showModal(container, message)) ?? false;
}
