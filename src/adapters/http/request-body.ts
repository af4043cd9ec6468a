import { TransportRefusal } from './transport-refusal.js';

/** 1 MiB: twenty times the longest text that any field takes. */
export const bodyLimit = 1_048_576;
/** 64 MiB: how much of a body that is too large is read and thrown away. Clients listen once they have sent it all. */
const discardLimit = 67_108_864;

/**
 * The JSON value of a request's body.
 *
 * @throws TransportRefusal `unsupported-media-type`, `payload-too-large`, `invalid-json`
 */
export async function readJson(
  request: Request,
): Promise<{ readonly value: unknown; readonly text: string }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new TransportRefusal('unsupported-media-type', { accept: 'application/json' });
  const text = await readText(request);
  try {
    return { value: JSON.parse(text) as unknown, text };
  } catch {
    throw new TransportRefusal('invalid-json');
  }
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit)
    throw new TransportRefusal('payload-too-large');
  const bytes = await readBytes(request);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TransportRefusal('invalid-json');
  }
}

/** Counts what arrives: a length that is not announced, or announced wrongly, does not fill the memory. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size <= bodyLimit) chunks.push(chunk as Uint8Array);
    else if (size > discardLimit) break;
  }
  if (size > bodyLimit) throw new TransportRefusal('payload-too-large');
  return Buffer.concat(chunks);
}
