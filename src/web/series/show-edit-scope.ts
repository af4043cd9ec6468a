import type { Move } from '../seance/move.js';
import type { Seance, SeanceInput } from '../seance/seance.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Locale } from '../core/locale.js';
import type { ChosenScope } from './series.js';

interface Edit {
  readonly client: SeancesClient;
  readonly locale: Locale;
  readonly seance: Seance;
  readonly changes: Partial<SeanceInput>;
  /** When the edit moves the séance in the calendar. */
  readonly move?: Move;
}

/**
 * Asks which séances of its series the edit of a séance is about; undefined when it was given up.
 *
 * @throws RequestFailure when the server refuses the edit.
 */
export async function showEditScope(
  container: HTMLElement | DocumentFragment,
  edit: Edit,
): Promise<ChosenScope | undefined> {
  const { EditScope, showModal } = await import('./edit-scope.js');
  const dialog = new EditScope();
  Object.assign(dialog, edit);
  const answer = await showModal(container, dialog);
  if (answer instanceof Error) throw answer;
  return answer;
}
