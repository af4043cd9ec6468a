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
  { minimum, maximum, maxLength }: Constraints,
  locale: Locale,
): string | undefined {
  if (validity.valid) return undefined;
  if (validity.badInput) return locale.text(incomplete(type));
  if (validity.valueMissing) return locale.text('check.required');
  if (validity.rangeUnderflow) return locale.text('check.minimum', { limit: minimum ?? 0 });
  if (validity.rangeOverflow) return locale.text('check.maximum', { limit: maximum ?? 0 });
  if (validity.stepMismatch) return locale.text('check.number');
  if (validity.tooLong) return locale.text('check.tooLong', { limit: maxLength ?? 0 });
  return locale.text('check.format');
}

function incomplete(type: string): 'check.number' | 'check.day' | 'check.date' {
  if (type === 'number') return 'check.number';
  return type === 'date' ? 'check.day' : 'check.date';
}
