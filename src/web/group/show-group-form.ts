import { openDialog, type Container } from '../core/open-dialog.js';
import type { SeanceGroup } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { GroupResult } from './group.js';

/** Opens the form of a group; what became of it, or undefined when it was given up. */
export function showGroupForm(
  container: Container,
  at: Workplace,
  group: SeanceGroup,
): Promise<GroupResult | undefined> {
  return openDialog(
    container,
    () => import('./group-form.js'),
    ({ GroupForm }) => new GroupForm(at, group),
  );
}
