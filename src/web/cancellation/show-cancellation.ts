import { openDialog, type Container } from '../core/open-dialog.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { CancellationQuestion, CancellationResult } from './cancellation.js';

/** Asks whether to cancel a séance, or to reinstate it, and which of its series, and does it; undefined when it was given up. */
export function showCancellation(
  container: Container,
  at: Workplace,
  question: CancellationQuestion,
): Promise<CancellationResult | undefined> {
  return openDialog(
    container,
    () => import('./confirm-cancellation.js'),
    ({ ConfirmCancellation }) => new ConfirmCancellation(at, question),
  );
}

/** Asks whether to cancel several séances, and does it; those that are, or undefined when it was given up. */
export function showCancelSeveral(
  container: Container,
  at: Workplace,
  seances: readonly Seance[],
): Promise<readonly Seance[] | undefined> {
  return openDialog(
    container,
    () => import('./cancel-several.js'),
    ({ CancelSeveral }) => new CancelSeveral(at, seances),
  );
}
