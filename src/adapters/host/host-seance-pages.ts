import type { Logger } from '../../ports/logger.js';
import type { SeancePages } from '../../ports/seance-pages.js';

/** The host's own function, as far as what it gives can be used: what cannot is left out, and logged once. */
export class HostSeancePages implements SeancePages {
  private hasComplained = false;

  constructor(
    private readonly seanceUrl: ((spaceId: string, id: string) => unknown) | undefined,
    private readonly logger: Logger,
  ) {}

  addressOf(spaceId: string, seanceId: string): string | null {
    if (!this.seanceUrl) return null;
    try {
      return checked(this.seanceUrl(spaceId, seanceId));
    } catch (error) {
      this.complain(error);
      return null;
    }
  }

  private complain(error: unknown): void {
    if (this.hasComplained) return;
    this.hasComplained = true;
    const reason = error instanceof Error ? error.message : typeof error;
    this.logger.warn({ reason }, 'seanceUrl gave no address of a page; calendars go without');
  }
}

/** @throws Error that says what `value` is instead of an address. */
function checked(value: unknown): string {
  // A promise is no address, and its failure is nobody's then.
  if (value instanceof Promise) value.catch(() => undefined);
  if (typeof value !== 'string') throw new Error(`seanceUrl gave ${typeof value}, not a string`);
  const { protocol, href } = new URL(value);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`seanceUrl gave the scheme ${protocol}`);
  return href;
}
