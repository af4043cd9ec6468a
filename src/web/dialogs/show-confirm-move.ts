import type { Move } from '../calendar/calendar-move.js';
import type { Seance } from '../client/seance.js';
import type { Workplace } from '../elements/workplace.js';

/** Asks whether to move a séance, and moves it; what the server made of it, or undefined when it stays. */
export async function showConfirmMove(
  container: HTMLElement | DocumentFragment,
  { client, locale }: Workplace,
  move: Move,
): Promise<Seance | undefined> {
  const { ConfirmMove, showModal } = await import('./confirm-move.js');
  const dialog = new ConfirmMove();
  const { seance, start, end } = move;
  const save = (): Promise<Seance> =>
    client.editSeance(seance.id, { start, end }, `"${seance.version}"`, 'this');
  Object.assign(dialog, { locale, move, save });
  return showModal(container, dialog);
}
