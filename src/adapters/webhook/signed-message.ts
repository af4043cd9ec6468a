import { createHmac, timingSafeEqual } from 'node:crypto';

/** Now, as messages are signed: in seconds since 1970. */
export function epochSeconds(): number {
  return Math.floor(Date.now() / 1_000);
}

/** What is signed, and what says so: the headers of Standard Webhooks, by their names in lower case. */
export interface SignedHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** What is wrong with a signature, as the end of a sentence that begins with what was signed. */
export type SignatureFault =
  | 'is not signed'
  | 'was signed more than five minutes ago, or the clocks differ by as much'
  | 'is signed with another secret';

/** The secret of Standard Webhooks is as long at least: as many bytes as make a key that nobody guesses. */
const shortestKey = 16;
const prefix = 'whsec_';
/** How far apart the clocks of both sides may be, and for how long a message is fresh. In seconds. */
const tolerance = 5 * 60;

/**
 * Signs messages, and says what is wrong with the signature of others, as Standard Webhooks does
 * (https://www.standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`.
 *
 * While a secret is replaced there are two: a message is signed with each, and one that fits is enough.
 */
export class MessageSigner {
  private readonly keys: readonly Buffer[];

  /**
   * @param secrets each `whsec_` with the key in base64 behind it, or a text whose bytes are the key
   * @throws Error when there is none, or one is too short
   */
  constructor(secrets: readonly string[]) {
    if (secrets.length === 0) throw new Error('A secret is missing.');
    this.keys = secrets.map(keyOf);
  }

  /** @param epochSeconds now, in seconds since 1970 */
  sign(id: string, epochSeconds: number, body: string): SignedHeaders {
    const timestamp = String(epochSeconds);
    const signatures = this.signaturesOf(id, timestamp, body).map(
      (bytes) => `v1,${bytes.toString('base64')}`,
    );
    return {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    };
  }

  /** @param epochSeconds now, in seconds since 1970 */
  faultOf(headers: Headers, epochSeconds: number, body: string): SignatureFault | undefined {
    const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
      headers.get(`webhook-${name}`),
    );
    if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'is not signed';
    if (Math.abs(epochSeconds - Number(timestamp)) > tolerance)
      return 'was signed more than five minutes ago, or the clocks differ by as much';
    const given = signature
      .split(' ')
      .filter((one) => one.startsWith('v1,'))
      .map((one) => Buffer.from(one.slice('v1,'.length), 'base64'));
    const isOurs = this.signaturesOf(id, timestamp, body).some((ours) =>
      given.some((one) => areEqual(ours, one)),
    );
    return isOurs ? undefined : 'is signed with another secret';
  }

  private signaturesOf(id: string, timestamp: string, body: string): readonly Buffer[] {
    return this.keys.map((key) => createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest());
  }
}

function keyOf(secret: string): Buffer {
  const key = secret.startsWith(prefix)
    ? Buffer.from(secret.slice(prefix.length), 'base64')
    : Buffer.from(secret, 'utf8');
  if (key.length < shortestKey)
    throw new Error(
      `A secret is "${prefix}" and the base64 of its bytes, or a text, of ${shortestKey} bytes at least.`,
    );
  return key;
}

function areEqual(ours: Buffer, given: Buffer): boolean {
  return ours.length === given.length && timingSafeEqual(ours, given);
}
