import type { Constraints } from './input-constraints.js';
import type { Locale } from './locale.js';

/** What is wrong with the inputs of a form, each with the name of its field. */
export function checkInputs<Name extends string>(
  root: ParentNode,
  names: readonly Name[],
  constraints: Readonly<Partial<Record<Name, Constraints>>>,
  locale: Locale,
): Readonly<Partial<Record<Name, string>>> {
  const found = names.flatMap((name) => {
    const input = root.querySelector<HTMLInputElement>(`input[name="${name}"], select[name="${name}"]`);
    const message = input && checkInput(input, constraints[name] ?? {}, locale);
    return message ? [[name, message] as const] : [];
  });
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}

/** By the server's own constraints, in the reader's language; undefined when nothing is wrong. */
function checkInput(
  { validity, type }: HTMLInputElement | HTMLSelectElement,
  { minimum, maximum }: Constraints,
  locale: Locale,
): string | undefined {
  if (validity.valid) return undefined;
  if (validity.badInput) return locale.text(incomplete(type));
  if (validity.valueMissing) return locale.text('check.required');
  if (validity.rangeUnderflow) return locale.text('check.minimum', { limit: minimum ?? 0 });
  if (validity.rangeOverflow) return locale.text('check.maximum', { limit: maximum ?? 0 });
  if (validity.stepMismatch) return locale.text('check.number');
  return locale.text('check.format');
}

/** A text that is longer than it may be stays as it is: whoever pasted it decides what to leave out. */
export function lengthError(
  text: string,
  { maxLength = Infinity }: Constraints = {},
  locale: Locale,
): string | undefined {
  return text.trim().length > maxLength ? locale.text('check.tooLong', { limit: maxLength }) : undefined;
}

/** How long a text is, once its limit is near; empty until then. */
export function lengthHint(text: string, { maxLength = Infinity }: Constraints = {}, locale: Locale): string {
  const count = text.trim().length;
  return count > 0.9 * maxLength ? locale.text('check.length', { count, limit: maxLength }) : '';
}

function incomplete(type: string): 'check.number' | 'check.time' | 'check.day' | 'check.date' {
  if (type === 'number') return 'check.number';
  if (type === 'time') return 'check.time';
  return type === 'date' ? 'check.day' : 'check.date';
}
