/** How the demo is started. */
export interface Environment {
  readonly port: number;
  /** `sqlite:FILE` or `mysql://…`. */
  readonly databaseUrl: string;
  /** How many séances session demo-2026 is filled with. */
  readonly seedSize: number;
}

/** @throws Error that names the variable, when its value cannot be used. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  return {
    port: wholeNumber('PORT', variables['PORT'], 3000, 65_535),
    databaseUrl: variables['DATABASE_URL'] || 'sqlite:seances.sqlite',
    seedSize: wholeNumber('SEED_SIZE', variables['SEED_SIZE'], 52, 1_000_000),
  };
}

function wholeNumber(name: string, value: string | undefined, otherwise: number, largest: number): number {
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > largest) {
    throw new Error(`${name} is "${value}": it has to be a whole number from 0 to ${largest}.`);
  }
  return number;
}
