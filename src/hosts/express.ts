import type { Request as ExpressRequest, RequestHandler } from 'express';
import type { SeancesPlugin } from '../plugin.js';
import { ask, bridge } from './bridge.js';

/** What the host's `identity` port gets beside each request: Express's request, with what middleware put on it. */
export interface ExpressContext {
  readonly request: ExpressRequest;
}

/**
 * Middleware for Express 5, mounted at the plugin's base path.
 *
 * Middleware before it may have read the body (`express.json()`, `express.text()`, `express.raw()`): the request is then
 * made again from `req.body`. What is larger than its limit, it refuses by itself.
 *
 * @example app.use('/plugins/seances', expressHandler(plugin))
 */
export function expressHandler(plugin: Pick<SeancesPlugin<ExpressContext>, 'fetch'>): RequestHandler {
  return (request, response, next) => {
    const listener = bridge((fetched) => ask(plugin, withBody(fetched, request.body), { request }));
    // Express cuts the mount path from `url`. A request made anew with the right one would hold on to a body that
    // nobody reads: half a second after a large one was refused, the connection was closed under the next request.
    const { url } = request;
    request.url = request.originalUrl;
    listener(request, response).catch((error: unknown) => {
      request.url = url;
      next(error);
    });
  };
}

function withBody(fetched: Request, body: unknown): Request {
  const { url, method, headers } = fetched;
  if (body === undefined || method === 'GET' || method === 'HEAD') return fetched;
  const isText = typeof body === 'string' && !/json/i.test(headers.get('content-type') ?? '');
  const sent = isText || Buffer.isBuffer(body) ? body : written(body);
  return new Request(url, { method, headers: withoutLength(headers), body: sent });
}

/** Nothing, which the plugin refuses as unreadable, for what is nested too deep to be written again. */
function written(body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    return '';
  }
}

/** The length announced is that of the body before it was parsed. */
function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers);
  kept.delete('content-length');
  return kept;
}
