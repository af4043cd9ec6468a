import { openDialog, type Container } from '../core/open-dialog.js';
import { showEditScope } from '../series/show-edit-scope.js';
import type { Workplace } from '../space/workplace.js';
import type { Move } from './move.js';
import type { SavedSeance, Seance } from './seance.js';

/**
 * Asks whether to move a séance, or which of its series, and moves it; what the server made of it, or undefined when it
 * stays.
 *
 * @throws RequestFailure when the server refuses to move a séance of a series.
 */
export async function showConfirmMove(
  container: Container,
  at: Workplace,
  move: Move,
): Promise<SavedSeance | undefined> {
  const { client } = at;
  const { seance, start, end } = move;
  const changes = { start, end };
  if (seance.seriesId !== null) {
    const chosen = await showEditScope(container, at, { seance, changes, move });
    if (!chosen) return undefined;
    return {
      seance: await client.editSeance(seance, changes, chosen.scope),
      count: chosen.count,
      before: seance,
    };
  }
  const save = (): Promise<Seance> => client.editSeance(seance, changes, 'this');
  const moved = await openDialog(
    container,
    () => import('./confirm-move.js'),
    ({ ConfirmMove }) => new ConfirmMove(at, move, save),
  );
  return moved && { seance: moved, count: 1, before: seance };
}
