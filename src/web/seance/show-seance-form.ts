import { openDialog, type Container } from '../core/open-dialog.js';
import type { Workplace } from '../space/workplace.js';
import type { Wish } from './form-values.js';
import type { SavedSeance, Seance } from './seance.js';

/** Opens the form for `stored`, or for a new séance; what the server made of it, or undefined when it was given up. */
export function showSeanceForm(
  container: Container,
  at: Workplace,
  stored: Seance | undefined,
  wish?: Wish,
): Promise<SavedSeance | undefined> {
  return openDialog(
    container,
    () => import('./seance-form.js'),
    ({ SeanceForm }) => new SeanceForm(at, stored, wish),
  );
}
