import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';

/**
 * Compresses what a server of its own answers, for Hono.
 *
 * What is shown in its version stays as it is: compressed, its entity tag were a weak one (RFC 9110 8.8.3.3), which `If-Match`
 * takes for none.
 */
export function compressAnswers(): MiddlewareHandler {
  const compressing = compress();
  return (context, next) =>
    compressing(context, async () => {
      await next();
      const { headers } = context.res;
      const isVersion = headers.has('etag') && headers.get('content-type')?.startsWith('application/json');
      if (isVersion) headers.append('cache-control', 'no-transform');
    });
}
