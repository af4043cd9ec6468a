import type { SpacePermissions } from '../space/space.js';
import type { MessageKey } from '../core/locale.js';
import type { IconName } from '../core/icons.js';
import type { Seance } from './seance.js';

export type SeanceActionName =
  'edit' | 'comments' | 'announce' | 'repeat' | 'duplicate' | 'cancel' | 'reinstate' | 'delete';

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
  { name: 'cancel', label: 'cancellation.cancel', icon: 'cancel' },
  { name: 'reinstate', label: 'cancellation.reinstate', icon: 'restore' },
  { name: 'delete', label: 'action.delete', icon: 'bin', danger: true },
];

const ofPlanned = editing.filter(({ name }) => name !== 'reinstate');
const ofCancelled = editing.filter(({ name }) => name !== 'cancel');

const announcing: SeanceAction = { name: 'announce', label: 'comments.announceIt', icon: 'envelope' };

/** The actions of the page of a séance: those of its menu, and writing to those who are in it. */
export function pageActions(
  permissions: SpacePermissions,
  seance: Pick<Seance, 'cancelled'>,
): readonly SeanceAction[] {
  return seanceActions(permissions, seance).flatMap((action) =>
    action.name === 'comments' ? [action, announcing] : [action],
  );
}

/** The actions that somebody with these permissions can do with a séance, in the order of the menu. */
export function seanceActions(
  permissions: SpacePermissions,
  { cancelled }: Pick<Seance, 'cancelled'>,
): readonly SeanceAction[] {
  if (!permissions.edit) return [];
  return cancelled ? ofCancelled : ofPlanned;
}
