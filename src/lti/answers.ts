import type { Context } from 'hono';
import { fallback, knownLanguage, preferredLanguage } from '../locales/languages.js';

/** Of every answer. */
export const securityHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The answer with the headers of all, and whose pages may show it in a frame. */
export function withHeaders(response: Response, frames: readonly string[]): Response {
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  const self = "'self'";
  response.headers.set(
    'content-security-policy',
    [
      ...[
        "default-src 'none'",
        `script-src ${self}`,
        `style-src ${self}`,
        `img-src ${self} data:`,
        `connect-src ${self}`,
      ],
      ...["base-uri 'none'", `frame-ancestors ${[self, ...frames].join(' ')}`],
    ].join('; '),
  );
  return response;
}

/** Parameters of the query, or of a form. */
export async function fieldsOf(c: Context): Promise<Readonly<Record<string, string | undefined>>> {
  if (c.req.method === 'GET') return c.req.query();
  const fields = new URLSearchParams(await c.req.text());
  return Object.fromEntries(fields);
}

/** What the reader has chosen in their platform, else what their browser asks for. */
export function languageOf(c: Context): string {
  const chosen = knownLanguage(c.req.query('lang') ?? '');
  return chosen ?? preferredLanguage(c.req.header('accept-language') ?? null) ?? fallback;
}

/** What a script is told that may not have what it asks for. */
export function refused(c: Context, status: 401 | 403 | 404, code: string): Response {
  return c.json({ code }, status, securityHeaders);
}
