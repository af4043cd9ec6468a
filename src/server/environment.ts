/** A number that an environment variable or an option may have. @throws Error that names it. */
export function wholeNumber(
  name: string,
  value: string | undefined,
  otherwise: number,
  largest: number,
): number {
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > largest) {
    throw new Error(`${name} is "${value}": it has to be a whole number from 0 to ${largest}.`);
  }
  return number;
}

/** One of the values that a variable may have. @throws Error that names it. */
export function oneOf<Value extends string>(name: string, value: string, values: readonly Value[]): Value {
  const found = values.find((known) => known === value);
  if (found === undefined)
    throw new Error(`${name} is "${value}": it has to be one of ${values.join(', ')}.`);
  return found;
}
