import type { RequestLimits } from './limits.js';
import { plainText } from './plain-text.js';
import type { Route } from './route.js';
import { TransportRefusal } from './transport-refusal.js';

/** 64 MiB: how much of a body that is too large is read and thrown away. Clients listen once they have sent it all. */
const discardLimit = 67_108_864;

/** A body as it was sent, and as the schemas read it. */
export interface SentBody {
  readonly value: unknown;
  readonly text: string;
}

/**
 * The body of a request: JSON, or the plain text that the route takes beside it.
 *
 * @throws TransportRefusal `unsupported-media-type`, `payload-too-large`, `invalid-json`
 */
export async function readBody(
  request: Request,
  { textBody, bodyLimit }: Pick<Route, 'textBody' | 'bodyLimit'>,
  { bodyBytes }: Pick<RequestLimits, 'bodyBytes'>,
): Promise<SentBody> {
  const limit = bodyLimit ?? bodyBytes;
  const type = mediaTypeOf(request);
  if (textBody && type === textBody.mediaType) {
    const text = plainText(await readBytes(request, limit));
    return { value: { [textBody.field]: text }, text };
  }
  if (type !== 'application/json')
    throw otherMediaType(['application/json', ...(textBody ? [textBody.mediaType] : [])]);
  const text = await readText(request, limit);
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch {
    throw new TransportRefusal('invalid-json');
  }
}

/** @throws TransportRefusal `unsupported-media-type` for what is no form of these media types */
export function refuseOtherForms(request: Request, mediaTypes: readonly string[]): void {
  if (!mediaTypes.includes(mediaTypeOf(request) ?? '')) throw otherMediaType(mediaTypes);
}

function mediaTypeOf(request: Request): string | undefined {
  return request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}

function otherMediaType(taken: readonly string[]): TransportRefusal {
  return new TransportRefusal('unsupported-media-type', { accept: taken.join(', ') });
}

async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TransportRefusal('invalid-json');
  }
}

/** Counts what arrives: a length that is not announced, or announced wrongly, does not fill the memory. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit)
    throw new TransportRefusal('payload-too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size <= limit) chunks.push(chunk as Uint8Array);
    else if (size > discardLimit) break;
  }
  if (size > limit) throw new TransportRefusal('payload-too-large');
  return Buffer.concat(chunks);
}
