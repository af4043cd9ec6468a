import type { SeanceGroup } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { GroupResult } from './group-form.js';

/** Opens the form of a group; what became of it, or undefined when it was given up. */
export async function showGroupForm(
  container: HTMLElement | DocumentFragment,
  { client, locale }: Workplace,
  group: SeanceGroup,
): Promise<GroupResult | undefined> {
  const [{ GroupForm }, { showModal }] = await Promise.all([
    import('./group-form.js'),
    import('../core/modal-dialog.js'),
  ]);
  return showModal(container, Object.assign(new GroupForm(), { client, locale, group }));
}
