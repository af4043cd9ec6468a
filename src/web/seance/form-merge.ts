import { differences, type FieldName, type FormValues } from './form-values.js';

/** What two people made of one séance, field by field. */
export interface Comparison {
  /** Changed by the other alone. */
  readonly theirs: readonly FieldName[];
  /** Changed by both, and not to the same. */
  readonly conflicts: readonly FieldName[];
}

/** Compares what stands in the form with what somebody else has stored since it was opened with `original`. */
export function compareForms(original: FormValues, mine: FormValues, theirs: FormValues): Comparison {
  const changedHere = differences(original, mine);
  const differing = differences(original, theirs).filter((name) => differences(mine, theirs).includes(name));
  return {
    theirs: differing.filter((name) => !changedHere.includes(name)),
    conflicts: differing.filter((name) => changedHere.includes(name)),
  };
}

/** `mine` with the other's value in each field of `taken`. */
export function mergeForms(mine: FormValues, theirs: FormValues, taken: readonly FieldName[]): FormValues {
  return { ...mine, ...Object.fromEntries(taken.map((name) => [name, theirs[name]])) };
}
