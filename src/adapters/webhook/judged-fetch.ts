import { type LookupAddress, lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Where a request may go that somebody else has named. */
export interface Judgement {
  /** By http too, to loopback alone: for trying out. */
  readonly allowHttp: boolean;
  /** Into private networks. */
  readonly allowPrivate: boolean;
}

export interface JudgedRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer, read as a whole. */
export interface JudgedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Why nothing was asked, or nothing was answered, in a sentence. */
export class NotAsked extends Error {}

/** It was asked, and nobody answered as is expected. */
export class NotAnswered extends NotAsked {}

export interface AnswerLimits {
  /** How long an answer may take, in milliseconds. */
  readonly lasts: number;
  /** How long it may be. */
  readonly bytes: number;
  /** Whether a longer one is read until there, in the place of none. */
  readonly isCut?: boolean;
}

const usual: AnswerLimits = { lasts: 10_000, bytes: 8_388_608 };

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** RFC 1918, RFC 4193, RFC 6598. */
const privateNetworks = new BlockList();
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  privateNetworks.addSubnet(net, prefix, 'ipv4');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

/** What is nobody's to ask: this machine by no name, link-local, where clouds keep secrets, multicast, reserved. */
const nowhere = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  nowhere.addSubnet(net, prefix, 'ipv4');
nowhere.addAddress('::', 'ipv6');
nowhere.addSubnet('fe80::', 10, 'ipv6');
nowhere.addSubnet('ff00::', 8, 'ipv6');

/**
 * Asks an address that was not chosen by us. The connection is made to the very address that was judged, so that a name
 * which changes what it resolves to leads nowhere else; redirects are answers like any other.
 *
 * @throws NotAsked
 */
export async function judgedFetch(
  url: string,
  request: JudgedRequest,
  judgement: Judgement,
  limits: AnswerLimits = usual,
): Promise<JudgedAnswer> {
  const address = judgedUrl(url, judgement);
  try {
    const response = await responseTo(address, request, judgement, limits);
    return {
      status: response.statusCode ?? 0,
      headers: headersOf(response.headersDistinct),
      text: await textOf(response, address, limits),
    };
  } catch (error) {
    if (error instanceof NotAsked) throw error;
    throw new NotAnswered(`${address.host} did not answer: ${reasonOf(error, limits)}`);
  }
}

function responseTo(
  address: URL,
  { method = 'GET', headers = {}, body }: JudgedRequest,
  judgement: Judgement,
  { lasts }: AnswerLimits,
): Promise<IncomingMessage> {
  const request = address.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((answered, failed) => {
    request(address, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
      lookup: judgedLookup(judgement, address.protocol),
      signal: AbortSignal.timeout(lasts),
    })
      .on('error', failed)
      .on('response', answered)
      .end(body);
  });
}

async function textOf(
  response: IncomingMessage,
  { host }: URL,
  { bytes, isCut }: AnswerLimits,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > bytes && !isCut) throw new NotAnswered(`${host} answered with more than ${bytes} bytes.`);
    chunks.push(chunk as Buffer);
    // Leaving the loop ends the connection.
    if (size > bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, bytes).toString('utf8');
}

/** @throws NotAsked when an address is not one that may be asked, whatever it resolves to. */
export function judgedUrl(url: string, judgement: Judgement): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address) throw new NotAsked('An address is none.');
  if (address.username || address.password)
    throw new NotAsked(`The address at ${address.host} has a password in it.`);
  if (address.protocol !== 'https:' && !(address.protocol === 'http:' && judgement.allowHttp))
    throw new NotAsked(`The address at ${address.host} is not https.`);
  // Nobody looks a number up.
  const number = address.hostname.replace(/^\[|\]$/g, '');
  if (isIP(number) && !mayAsk(number, judgement, address.protocol))
    throw new NotAsked(`${address.host} is an address that is not to be asked.`);
  return address;
}

/** Resolves a name as usual, and refuses it when one of its addresses is not to be asked. */
function judgedLookup(judgement: Judgement, protocol: string): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '', 0);
      const [first] = found as readonly (LookupAddress | undefined)[];
      if (!first || found.some(({ address }) => !mayAsk(address, judgement, protocol)))
        return done(new NotAsked(`${hostname} leads to an address that is not to be asked.`), '', 0);
      if (options.all) return done(null, found);
      return done(null, first.address, first.family);
    });
  };
}

/** Whether an address that a name resolves to may be asked. */
export function mayAsk(address: string, { allowHttp, allowPrivate }: Judgement, protocol: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (loopback.check(plain, family)) return allowHttp;
  if (protocol === 'http:' || nowhere.check(plain, family)) return false;
  return allowPrivate || !privateNetworks.check(plain, family);
}

/** Of a name that leads to several addresses, none of which answers, there is a code alone. */
function reasonOf(error: unknown, { lasts }: AnswerLimits): string {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (name === 'AbortError') return `it took more than ${lasts / 1_000} s`;
  return message || String(code);
}

function headersOf(distinct: NodeJS.Dict<string[]>): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(distinct))
    for (const value of values ?? []) headers.append(name, value);
  return headers;
}
