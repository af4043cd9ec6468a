import type { Documented } from '../support/documented.js';
import type { Mount } from '../support/mounts.js';
import type { Aimed } from './fuzzer.js';
import type { FuzzAnswer } from './exchange.js';

/** What is wrong with an answer, by the document and by HTTP; empty when nothing is. */
export function answerFaults(
  documented: Documented,
  { basePath, title }: Pick<Mount, 'basePath' | 'title'>,
  { method, path }: Aimed,
  { status, headers, body }: FuzzAnswer,
): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`${status}: ${body.toString().slice(0, 300)}`);
  if (status === 304 || method === 'HEAD' || method === 'OPTIONS') return faults;
  // As the server reads it: `/..` and its like are gone.
  const { pathname } = new URL(path, 'http://fuzz.test');
  if (!pathname.startsWith(`${basePath}/`)) return faults;
  // A framework refuses some of what it cannot read itself, before the plugin hears of it.
  const isRefusal = status >= 400 && status < 500 && headers['x-request-id'] === undefined;
  if (isRefusal && /Express|Fastify/.test(title)) return faults;
  const mediaType = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  const text = body.toString();
  const parsed = parse(mediaType, text);
  if (parsed.isBroken) faults.push(`a body that is no JSON: ${text.slice(0, 100)}`);
  if (headers['x-request-id'] === undefined) faults.push('no X-Request-Id');
  const allowed = String(headers['allow'] ?? method);
  // An address can fit two templates, `{id}` and `{id}.ics`: what Allow says of it is right.
  if (status !== 405)
    faults.push(
      ...documented.faults(method, pathname.slice(basePath.length), status, mediaType, parsed.value),
    );
  else if (allowed.split(', ').includes(method)) faults.push(`405, but allows ${allowed}`);
  if ((status === 429 || status === 503) && !headers['retry-after'])
    faults.push(`${status} without Retry-After`);
  if (mediaType.includes('json') && !headers['cache-control']) faults.push('no Cache-Control');
  if (mediaType === 'application/problem+json' && (parsed.value as { status: number }).status !== status)
    faults.push('a problem that names another status');
  return faults;
}

function parse(mediaType: string, text: string): { readonly value?: unknown; readonly isBroken: boolean } {
  if (text === '') return { isBroken: false };
  if (!mediaType.includes('json')) return { value: text, isBroken: false };
  try {
    return { value: JSON.parse(text) as unknown, isBroken: false };
  } catch {
    return { isBroken: true };
  }
}
