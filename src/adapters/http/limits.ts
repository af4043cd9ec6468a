/** What one request may cost. A platform that lets more or less through says so in `createSeancesPlugin`. */
export interface RequestLimits {
  /** The largest JSON body, in bytes; `payload-too-large` above. Default: 1,048,576, twenty times the longest text. */
  readonly bodyBytes: number;
  /** The longest list that `size=all` answers; `validation` with `too-large` at `?size` above. Default: 10,000. */
  readonly listItems: number;
  /** The longest list that is taken along as a file; `too-many-rows` above. Default: 50,000. */
  readonly exportedRows: number;
  /** How many séances one request deletes; `validation` with `too-long` above. Default: 5,000. */
  readonly deletedAtOnce: number;
  /** How many people one request enrols by name; `validation` with `too-long` above. Default: 10,000. */
  readonly enrolledAtOnce: number;
  /** How long a request may take, its body included, in milliseconds; `timed-out` after that. Default: 30,000. */
  readonly requestMilliseconds: number;
}

const defaults: RequestLimits = {
  bodyBytes: 1_048_576,
  listItems: 10_000,
  exportedRows: 50_000,
  deletedAtOnce: 5_000,
  enrolledAtOnce: 10_000,
  requestMilliseconds: 30_000,
};

/**
 * The limits in force: those of the host, and the defaults for what it does not name.
 *
 * @throws Error that names a limit which is not a whole number from 1.
 */
export function limitsOf(given: Partial<RequestLimits>): RequestLimits {
  const limits = { ...defaults, ...given };
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`The limit ${name} is ${String(value)}: it has to be a whole number from 1.`);
  }
  return limits;
}
