import { isIPv4 } from 'node:net';
import { MessageSigner } from '../adapters/webhook/signed-message.js';
import type { HostPorts, Logger, Mailer } from '../index.js';
import { RemotePlatform } from './remote-platform.js';
import {
  remoteAgenda,
  remoteContacts,
  remoteDirectory,
  remoteEvents,
  remoteIdentity,
  remoteLocations,
  remoteMailer,
  remotePermissions,
} from './remote-ports.js';

/** Where a platform is asked, and with which secret. */
export interface RemotePlatformOptions {
  /** The address that answers, by `https`. */
  readonly hostUrl: string;
  /**
   * What both sides sign with: `whsec_` and the base64 of 16 bytes or more, or a text as long. Several while one is
   * replaced: the plugin signs with each, and takes what is signed with one of them.
   */
  readonly secret: string | readonly string[];
  /** Takes an address by `http` on loopback as well. Default: false. */
  readonly allowHttp?: boolean;
}

export interface RemoteHostOptions extends RemotePlatformOptions {
  readonly logger?: Logger;
  /** Sends the mails of a platform that has no `mailer.send`. Without it, these are not sent. */
  readonly mailer?: Mailer;
}

/**
 * The host object of a platform that is not in Node: each port asks the platform over HTTP (ADR 0020). Nothing is asked
 * before the plugin asks.
 *
 * @example createSeancesPlugin({ ...createRemoteHost({ hostUrl, secret }), database })
 * @throws Error when the address or the secret cannot be used.
 */
export function createRemoteHost(options: RemoteHostOptions): HostPorts {
  const platform = remotePlatform(options);
  const { logger, mailer } = options;
  return {
    identity: remoteIdentity(platform),
    permissions: remotePermissions(platform),
    directory: remoteDirectory(platform),
    locations: remoteLocations(platform),
    events: remoteEvents(platform),
    agenda: remoteAgenda(platform),
    mailer: remoteMailer(platform, mailer),
    contacts: remoteContacts(platform),
    ...(logger && { logger }),
  };
}

/** @throws Error when the address or the secret cannot be used. */
export function remotePlatform({ hostUrl, secret, allowHttp }: RemotePlatformOptions): RemotePlatform {
  return new RemotePlatform(addressOf(hostUrl, allowHttp ?? false), signerOf(secret));
}

export function signerOf(secret: string | readonly string[]): MessageSigner {
  return new MessageSigner(typeof secret === 'string' ? [secret] : secret);
}

/** @throws Error that says what is wrong with `hostUrl`. */
export function addressOf(hostUrl: string, allowHttp: boolean): URL {
  const address = URL.canParse(hostUrl) ? new URL(hostUrl) : undefined;
  if (!address) throw new Error(`The platform's address is no address: ${hostUrl}`);
  if (address.username || address.password)
    throw new Error("The platform's address takes neither user nor password: calls are signed.");
  if (address.protocol === 'https:') return address;
  if (address.protocol === 'http:' && allowHttp && isLoopback(address.hostname)) return address;
  throw new Error(
    `The platform's address is https, or http on loopback where that is allowed, and not ${address.protocol}//${address.hostname}.`,
  );
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'))
  );
}
