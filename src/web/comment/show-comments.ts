import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';

/** Shows the informations of a séance; true when something was written. */
export async function showComments(
  container: HTMLElement | DocumentFragment,
  { client, locale, space }: Workplace,
  seance: Seance,
): Promise<boolean> {
  const { CommentsDialog, showModal } = await import('./comments-dialog.js');
  const dialog = new CommentsDialog();
  const { permissions, actor } = space;
  Object.assign(dialog, { client, locale, seance, timeZone: actor.timeZone, isEditable: permissions.edit });
  await showModal(container, dialog);
  return dialog.hasChanged;
}
