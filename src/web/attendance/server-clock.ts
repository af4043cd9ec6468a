/** The header has whole seconds, and takes its time to come: a clock that is off by less, in milliseconds, is right. */
const tolerance = 2_000;

/**
 * The clock of the server, by which what was said when is put in order: that of a phone may be minutes off. It is known
 * from the header `Date` of each answer (RFC 9110, 6.6.1), and the page's own until one has come.
 */
export class ServerClock {
  #ahead = 0;

  /** In milliseconds since 1970. */
  readonly now = (): number => Date.now() + this.#ahead;

  hear({ headers }: Pick<Response, 'headers'>): void {
    const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
    if (!Number.isNaN(ahead)) this.#ahead = Math.abs(ahead) < tolerance ? 0 : ahead;
  }
}
