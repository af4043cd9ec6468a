import { lengthError } from '../core/field-checks.js';
import type { FieldErrors } from '../core/form-controller.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import type { Locale } from '../core/locale.js';
import type { FieldName, FormValues } from './form-values.js';
import type { SeanceInput } from './seance.js';

/** What is wrong whatever else is typed: said at once, and in the way of saving. */
export function typingErrors(
  values: Pick<FormValues, 'name' | 'groupName' | 'start' | 'end'>,
  constraints: ConstraintsOf<SeanceInput>,
  locale: Locale,
): FieldErrors<FieldName> {
  const { start, end } = values;
  const isBackwards = start !== '' && end !== '' && end <= start;
  const tooLong = (['name', 'groupName'] as const).flatMap((name) => {
    const error = lengthError(values[name], constraints[name], locale);
    return error === undefined ? [] : [[name, error] as const];
  });
  return {
    ...Object.fromEntries(tooLong),
    ...(isBackwards && { end: locale.text('check.endBeforeStart') }),
  };
}
