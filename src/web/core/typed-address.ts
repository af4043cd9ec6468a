import { linkAddress } from '../../domain/text/link-address.js';

/** What people type without a scheme and mean as a site: "exemple.org/plan", with a port or without. */
const site = /^[^\s@/?#:.]+(\.[^\s@/?#:.]+)+(:\d+)?([/?#].*)?$/;

/** Where a link leads that somebody types; undefined when that is nowhere that a text may lead to. */
export function typedAddress(typed: string): string | undefined {
  const address = typed.trim();
  return linkAddress(address) ?? (site.test(address) ? linkAddress(`https://${address}`) : undefined);
}
