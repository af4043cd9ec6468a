import { openDialog, type Container } from '../core/open-dialog.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { RepetitionResult } from './repetition.js';

/** Opens the form that repeats `seance`; what the server made of it, or undefined when it was given up. */
export function showRepetitionForm(
  container: Container,
  at: Workplace,
  seance: Seance,
): Promise<RepetitionResult | undefined> {
  return openDialog(
    container,
    () => import('./repetition-form.js'),
    ({ RepetitionForm }) => new RepetitionForm(at, seance),
  );
}
