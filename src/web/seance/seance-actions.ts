import type { SpacePermissions } from '../space/space.js';
import type { MessageKey } from '../core/locale.js';
import type { IconName } from '../core/icons.js';

export type SeanceActionName = 'edit' | 'comments' | 'repeat' | 'duplicate' | 'delete';

/** Something to do with one séance: an entry of its ⋮ menu, a button of its page. */
export interface SeanceAction {
  readonly name: SeanceActionName;
  readonly label: MessageKey;
  readonly icon: IconName;
  /** Shown in red and apart from the others. */
  readonly danger?: true;
}

const editing: readonly SeanceAction[] = [
  { name: 'edit', label: 'action.edit', icon: 'pencil' },
  { name: 'comments', label: 'action.comments', icon: 'info' },
  { name: 'repeat', label: 'action.repeat', icon: 'sheets' },
  { name: 'duplicate', label: 'action.duplicate', icon: 'copy' },
  { name: 'delete', label: 'action.delete', icon: 'bin', danger: true },
];

/** The actions that somebody with these permissions can do, in the order of the menu. */
export function seanceActions(permissions: SpacePermissions): readonly SeanceAction[] {
  return permissions.edit ? editing : [];
}
