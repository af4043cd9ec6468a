import type { Logger } from '../../ports/logger.js';
import type { SeancePages } from '../../ports/seance-pages.js';

/** The options of the host that give addresses, and what goes without where they do not. */
const wanting = { seanceUrl: 'calendars', subscriptionUrl: 'mails' } as const;
type Option = keyof typeof wanting;

/** The host's own functions, as far as what they give can be used: what cannot is left out, and logged once. */
export class HostSeancePages implements SeancePages {
  private readonly complainedOf = new Set<Option>();

  constructor(
    private readonly seanceUrl: ((spaceId: string, id: string) => unknown) | undefined,
    private readonly logger: Logger,
    private readonly subscriptionUrl?: ((spaceId: string) => unknown) | undefined,
  ) {}

  addressOf(spaceId: string, seanceId: string): string | null {
    const { seanceUrl } = this;
    return seanceUrl ? this.usable('seanceUrl', () => seanceUrl(spaceId, seanceId)) : null;
  }

  subscriptionOf(spaceId: string): string | null {
    const { subscriptionUrl } = this;
    return subscriptionUrl ? this.usable('subscriptionUrl', () => subscriptionUrl(spaceId)) : null;
  }

  private usable(option: Option, ask: () => unknown): string | null {
    try {
      return checked(option, ask());
    } catch (error) {
      this.complain(option, error);
      return null;
    }
  }

  private complain(option: Option, error: unknown): void {
    if (this.complainedOf.has(option)) return;
    this.complainedOf.add(option);
    const reason = error instanceof Error ? error.message : typeof error;
    this.logger.warn({ reason }, `${option} gave no address of a page; ${wanting[option]} go without`);
  }
}

/** @throws Error that says what `value` is instead of an address. */
function checked(option: Option, value: unknown): string {
  // A promise is no address, and its failure is nobody's then.
  if (value instanceof Promise) value.catch(() => undefined);
  if (typeof value !== 'string') throw new Error(`${option} gave ${typeof value}, not a string`);
  const { protocol, href } = new URL(value);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error(`${option} gave the scheme ${protocol}`);
  return href;
}
