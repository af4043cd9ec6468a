import { randomUUID } from 'node:crypto';
import { epochSeconds, MessageSigner } from '../adapters/webhook/signed-message.js';
import { addressOf, remotePlatform, type RemotePlatformOptions, signerOf } from './create-remote-host.js';
import { RemoteSchema } from './remote-schema.js';

/** What a platform does not keep of the protocol, beside the host contract, and why. */
export interface ProtocolFault {
  readonly title: string;
  readonly reason: string;
}

type Check = (options: RemotePlatformOptions) => Promise<string | undefined>;

/** What a platform has to do with a call, whatever exists there. A check says what is wrong. */
const checks: Readonly<Record<string, Check>> = {
  'answers what is signed, and signs its answer': async (options) => {
    await remotePlatform(options).ask('capabilities', {});
    return undefined;
  },
  'names as its capabilities methods that there are': async (options) => {
    const { methods } = new RemoteSchema();
    const names = (await remotePlatform(options).ask('capabilities', {})) ?? [];
    const unknown = names.filter((name) => !methods.includes(name));
    return unknown.length > 0 ? `there is no ${unknown.join(', ')}` : undefined;
  },
  'knows nobody who is not signed in': async (options) => {
    const nobody = await remotePlatform(options).ask('identity.identify', {
      cookie: null,
      authorization: null,
    });
    return nobody ? `it says that nobody is ${nobody.id}` : undefined;
  },
  'answers nothing that is not signed': (options) => forged(options, () => ({})),
  'answers nothing that is signed with another secret': (options) =>
    forged(options, (id, at, body) => new MessageSigner([randomUUID()]).sign(id, at, body)),
  'answers nothing that was signed for another call': (options) =>
    forged(options, (id, at) => signerOf(options.secret).sign(id, at, '{}')),
  'answers nothing that was signed more than five minutes ago': (options) =>
    forged(options, (id, at, body) => signerOf(options.secret).sign(id, at - 600, body)),
};

export const protocolTitles: readonly string[] = Object.keys(checks);

/** Asks a platform for what it has to keep, and for what it may not answer. Of one that does not answer, that is all. */
export async function protocolFaults(options: RemotePlatformOptions): Promise<readonly ProtocolFault[]> {
  const faults: ProtocolFault[] = [];
  for (const [title, check] of Object.entries(checks)) {
    const reason = await check(options).catch((error: unknown) => (error as Error).message);
    if (reason !== undefined) faults.push({ title, reason });
    if (reason !== undefined && title === protocolTitles[0]) break;
  }
  return faults;
}

/** Sends a call that is not to be answered. */
async function forged(
  { hostUrl, allowHttp }: RemotePlatformOptions,
  headersOf: (id: string, epochSeconds: number, body: string) => object,
): Promise<string | undefined> {
  const id = randomUUID();
  const body = JSON.stringify({ id, method: 'capabilities', params: {} });
  const headers = {
    'content-type': 'application/json',
    ...headersOf(id, epochSeconds(), body),
  };
  const { status } = await fetch(addressOf(hostUrl, allowHttp ?? false), {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(5_000),
  });
  return status >= 200 && status < 300 ? `it answered with ${status}, where 401 is right` : undefined;
}
