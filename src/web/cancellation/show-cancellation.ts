import { openDialog, type Container } from '../core/open-dialog.js';
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
