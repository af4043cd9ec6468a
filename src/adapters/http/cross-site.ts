import type { PublicAddress } from './public-address.js';
import { TransportRefusal } from './transport-refusal.js';

/**
 * Refuses a write that a browser marks as coming from another site: by `Sec-Fetch-Site`, and where that is not sent, or says
 * that it comes from a neighbour, by an `Origin` that is neither the host's nor one that it trusts. A client that sends
 * neither is no browser that carries somebody's cookies unasked.
 *
 * @throws TransportRefusal `cross-site`
 */
export function refuseCrossSite(
  request: Request,
  {
    trustedOrigins,
    address,
  }: { readonly trustedOrigins: readonly string[]; readonly address: PublicAddress },
): void {
  const origin = request.headers.get('origin');
  if (origin !== null && trustedOrigins.includes(origin)) return;
  const isOwn = origin !== null && address.isOwn(origin, request);
  if (!isAcceptable(request.headers.get('sec-fetch-site'), origin, isOwn))
    throw new TransportRefusal('cross-site');
}

function isAcceptable(site: string | null, origin: string | null, isOwn: boolean): boolean {
  if (site === 'same-origin' || site === 'none') return true;
  if (site === 'cross-site') return false;
  // Another host of the same domain may be somebody else's: whoever has it would write with this host's cookies.
  if (site === 'same-site') return isOwn;
  return origin === null || isOwn;
}
