import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Refusal } from '../../../domain/refusal.js';
import { packageFolder } from '../../../package-folder.js';
import { isKnown } from '../preconditions.js';
import { publicRoute, type Reply, type Route } from '../route.js';

const folder = new URL('dist/web/', packageFolder);

const mediaTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>> & { readonly etag: string };
}

/** The built browser part. Only files that the build made can be named: a path never reaches the file system. */
export function webRoutes(): readonly Route[] {
  const names = new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []);
  const loaded = new Map<string, Asset>();
  return [
    publicRoute({
      method: 'GET',
      path: '/web/{file}',
      operationId: 'webAsset',
      summary: 'A file of the browser part.',
      answer: { status: 200, description: 'The file.', mediaType: 'text/javascript' },
      refusals: ['not-found'],
      isRoutine: true,
      handle: ({ params, request }) => {
        const file = params.file;
        const asset = loaded.get(file) ?? (names.has(file) ? load(file) : undefined);
        if (!asset) throw new Refusal('not-found');
        loaded.set(file, asset);
        return Promise.resolve(serve(asset, request));
      },
    }),
  ];
}

function load(file: string): Asset {
  const bytes = readFileSync(new URL(file, folder));
  // Chunks carry a digest in their name, the entry does not: it is asked for again each time, and rarely sent.
  const hashed = /-[\w-]{8}\.\w+$/.test(file);
  return {
    bytes,
    zipped: gzipSync(bytes, { level: 9 }),
    headers: {
      'content-type': mediaTypes[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      vary: 'accept-encoding',
    },
  };
}

function serve({ bytes, zipped, headers }: Asset, request: Request): Reply {
  if (isKnown(request, headers.etag)) return { status: 304, headers };
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
    return { status: 200, whole: bytes, headers };
  return { status: 200, whole: zipped, headers: { ...headers, 'content-encoding': 'gzip' } };
}
