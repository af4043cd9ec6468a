import { TransportRefusal } from './transport-refusal.js';

/**
 * Refuses a write that a browser marks as coming from another site: by `Sec-Fetch-Site`, and by browsers that do not
 * send it, by an `Origin` that is neither the host's nor one that it trusts. A client that sends neither is no browser
 * that carries somebody's cookies unasked.
 *
 * @throws TransportRefusal `cross-site`
 */
export function refuseCrossSite(request: Request, trustedOrigins: readonly string[]): void {
  const origin = request.headers.get('origin');
  if (origin !== null && trustedOrigins.includes(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  const foreign = site === null ? origin !== null && !isOwn(origin, request) : site === 'cross-site';
  if (foreign) throw new TransportRefusal('cross-site');
}

/** Hosts are compared without their scheme: behind a proxy that ends TLS, the plugin sees `http`. */
function isOwn(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}
