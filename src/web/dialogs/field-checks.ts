import type { Constraints } from '../client/input-constraints.js';
import type { Locale } from '../locales/locale.js';

/** What is wrong with an input by the server's own constraints, in the reader's language; undefined when nothing is. */
export function checkInput(
  { validity, type }: HTMLInputElement | HTMLSelectElement,
  { minimum, maximum, maxLength }: Constraints,
  locale: Locale,
): string | undefined {
  if (validity.valid) return undefined;
  if (validity.badInput) return locale.text(type === 'number' ? 'check.number' : 'check.date');
  if (validity.valueMissing) return locale.text('check.required');
  if (validity.rangeUnderflow) return locale.text('check.minimum', { limit: minimum ?? 0 });
  if (validity.rangeOverflow) return locale.text('check.maximum', { limit: maximum ?? 0 });
  if (validity.stepMismatch) return locale.text('check.number');
  if (validity.tooLong) return locale.text('check.tooLong', { limit: maxLength ?? 0 });
  return locale.text('check.format');
}
