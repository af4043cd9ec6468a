import type { Question } from './confirm-question.js';
import type { Locale } from './locale.js';
import { openDialog, type Container } from './open-dialog.js';

/** Asks, and does what was asked about; true when it is done. */
export async function showQuestion(
  container: Container,
  locale: Locale,
  question: Question,
): Promise<boolean> {
  const isDone = await openDialog(
    container,
    () => import('./confirm-question.js'),
    ({ ConfirmQuestion }) => new ConfirmQuestion(locale, question),
  );
  return isDone ?? false;
}
