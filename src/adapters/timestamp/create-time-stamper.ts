import { randomBytes } from 'node:crypto';
import type { TimeStampReader, TimeStamper } from '../../ports/time-stamper.js';
import { PkiTimeStampReader } from './pki-time-stamp-reader.js';
import { requestFor, tokenIn } from './time-stamp-messages.js';

export interface TimeStamperOptions {
  /**
   * Where the service answers, by `https` or `http`: what it answers is signed either way. With a user and a password in it, as
   * `https://user:password@…`, they are sent as basic authentication.
   */
  readonly url: string;
  /** Certificates of authorities, in PEM, one of which has to vouch for the service. Default: none has to. */
  readonly anchors?: string;
  /** How long an answer may take, in milliseconds. Default: 30,000. */
  readonly lasts?: number;
}

/** A token with the certificates of its authorities is a tenth of it. In bytes. */
const longestAnswer = 65_536;

/**
 * Asks a service of time-stamps by HTTP (RFC 3161, 3.4), with PKI.js, which is loaded by the first one. Each answer is checked
 * as a reader will years later, so that what is kept is a proof. Redirects are not followed.
 *
 * @example createSeancesPlugin({ ...host, timeStamper: createTimeStamper({ url: 'https://tsa.example' }), database })
 * @throws Error in a sentence when the address is none.
 */
export function createTimeStamper({ url, anchors, lasts = 30_000 }: TimeStamperOptions): TimeStamper {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol))
    throw new Error('The service of time-stamps is named by an address of http or https, and this is none.');
  return new HttpTimeStamper(address, new PkiTimeStampReader(anchors), lasts);
}

class HttpTimeStamper implements TimeStamper {
  private readonly address: URL;
  private readonly headers: Record<string, string>;

  constructor(
    { href }: URL,
    private readonly reader: TimeStampReader,
    private readonly lasts: number,
  ) {
    const address = new URL(href);
    const credentials = [address.username, address.password].map(decodeURIComponent).join(':');
    this.headers = {
      'content-type': 'application/timestamp-query',
      ...(credentials !== ':' && {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      }),
    };
    address.username = '';
    address.password = '';
    this.address = address;
  }

  async stamp(text: string): Promise<string> {
    // Positive, and as long whatever is drawn.
    const nonce = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
    const answer = await this.answerTo(await requestFor(text, nonce));
    const token = await tokenIn(answer, nonce);
    await this.reader.verify(token, text);
    return token;
  }

  private async answerTo(body: Uint8Array<ArrayBuffer>): Promise<Buffer> {
    const { address, headers, lasts } = this;
    try {
      const signal = AbortSignal.timeout(lasts);
      const request = { method: 'POST', headers, body, signal, redirect: 'manual' } as const;
      const response = await fetch(address, request);
      if (response.status !== 200) throw new Error(`it answered with ${response.status}`);
      return await bodyOf(response);
    } catch (cause) {
      throw new Error(`The service of time-stamps at ${address.host} gave none: ${reasonOf(cause)}.`, {
        cause,
      });
    }
  }
}

/** @throws Error for one that is too long. */
async function bodyOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > longestAnswer) throw new Error(`it answered with more than ${longestAnswer} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What `fetch` says of a failure is in its cause. */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'it took too long';
  const { message: because, code } = (cause ?? {}) as NodeJS.ErrnoException;
  return because || code || message;
}
