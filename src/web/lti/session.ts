/** How long before its end a token is exchanged for another one: it lasts for 15 minutes. In milliseconds. */
const renewedEvery = 10 * 60_000;

/**
 * What this page may do, for as long as it is used: a token, which came behind the `#` of its address and is kept in memory
 * alone.
 */
export class LtiSession {
  #token: string;
  #renewal: Promise<void> | undefined;
  #renewedAt = performance.now();

  constructor(
    token: string,
    private readonly address: string,
    /** Whether the reader may know of the platform, and is to be shown it at once (`open`); null for who may not. */
    readonly about: string | null,
  ) {
    this.#token = token;
  }

  /** The session of the page's address, which does not show it any more afterwards. Undefined when there is none. */
  static ofAddress(address: string): LtiSession | undefined {
    const values = new URLSearchParams(location.hash.slice(1));
    const token = values.get('session');
    if (token === null) return undefined;
    history.replaceState(history.state, '', location.pathname + location.search);
    const session = new LtiSession(token, address, values.get('about'));
    if (values.get('zone') === 'ask') session.renew(Intl.DateTimeFormat().resolvedOptions().timeZone);
    return session;
  }

  /** What the elements send with each request. */
  readonly authorize = async (): Promise<string | undefined> => {
    if (performance.now() - this.#renewedAt > renewedEvery) this.renew();
    await this.#renewal;
    return this.#token;
  };

  renew(timeZone?: string): void {
    this.#renewedAt = performance.now();
    this.#renewal = this.#renew(timeZone).catch(() => undefined);
  }

  async #renew(timeZone: string | undefined): Promise<void> {
    const answer = await fetch(this.address, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}` },
      body: new URLSearchParams(timeZone === undefined ? {} : { timeZone }),
    });
    if (answer.ok) this.#token = ((await answer.json()) as { readonly token: string }).token;
  }
}
