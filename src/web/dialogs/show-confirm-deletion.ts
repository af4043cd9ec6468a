import type { Workplace } from '../elements/workplace.js';
import type { DeletionQuestion } from './confirm-deletion.js';

/** Asks whether to delete the séances, and deletes them; true when they are. */
export async function showConfirmDeletion(
  container: HTMLElement | DocumentFragment,
  { locale, space }: Workplace,
  question: DeletionQuestion,
): Promise<boolean> {
  const { ConfirmDeletion, showModal } = await import('./confirm-deletion.js');
  const dialog = new ConfirmDeletion();
  Object.assign(dialog, { locale, question, retentionDays: space.settings.retentionDays });
  return (await showModal(container, dialog)) ?? false;
}
