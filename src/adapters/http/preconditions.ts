import { createHash } from 'node:crypto';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { InvalidRequest } from './invalid-request.js';
import type { Reply } from './route.js';

/** The entity tag of a version (RFC 9110 8.8.3). */
function entityTag(version: number): string {
  return `"${version}"`;
}

/** The answer that shows something in its version. */
export function tagged<View extends { readonly version: number }>(
  status: number,
  view: View,
  headers: Readonly<Record<string, string>> = {},
): Reply<View> {
  return { status, body: view, headers: { ...headers, etag: entityTag(view.version) } };
}

/** A tag of ours, also as a proxy that compresses an answer writes it on it: weak, as nginx does, or with an ending. */
const versionTag = /^(?:W\/)?"(\d{1,9})(?:-{1,2}[a-z]+)?"$/;

/**
 * The versions that `If-Match` accepts: undefined for any, none when it names no tag of ours. A weak one is taken as well,
 * other than RFC 9110 13.1.1 has it: we send none, and what it names is a version, whichever bytes that came in. Whoever is
 * behind such a proxy could change nothing otherwise.
 */
export function expectedVersions(request: Request): readonly number[] | undefined {
  const header = request.headers.get('if-match');
  if (header === null || header.trim() === '*') return undefined;
  return header
    .split(',')
    .map((tag) => versionTag.exec(tag.trim())?.[1])
    .flatMap((version) => (version === undefined ? [] : [Number(version)]));
}

/** True when the client has what the strong `tag` names already (RFC 9110 13.1.2: weakly compared). */
export function isKnown(request: Request, tag: string): boolean {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim());
  return known.some((one) => one === '*' || one.replace(/^W\//, '') === tag);
}

/**
 * The client's name for this attempt, with a digest of what it asks for: of path and query, since the host may be another one
 * when a balancer takes the repetition elsewhere.
 *
 * @throws InvalidRequest when the key is not 1 to 255 visible ASCII characters.
 */
export function attemptOf(request: Request, actorId: string, body: string): AttemptKey | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new InvalidRequest([{ pointer: 'Idempotency-Key', code: 'invalid-format' }]);
  const { pathname, search } = new URL(request.url);
  const asked = `${request.method} ${pathname}${search}\n${body}`;
  const fingerprint = createHash('sha256').update(asked).digest('hex');
  return { actorId, key, fingerprint };
}
