import type { Workplace } from '../space/workplace.js';
import type { DeletionQuestion } from './confirm-deletion.js';

/** Asks whether to delete the séances, and which of their series, and deletes them; the ids of those that are. */
export async function showConfirmDeletion(
  container: HTMLElement | DocumentFragment,
  { locale, space }: Workplace,
  question: DeletionQuestion,
): Promise<readonly string[] | undefined> {
  const { ConfirmDeletion, showModal } = await import('./confirm-deletion.js');
  const dialog = new ConfirmDeletion();
  Object.assign(dialog, { locale, question, retentionDays: space.settings.retentionDays });
  return showModal(container, dialog);
}
