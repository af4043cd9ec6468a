import { isIPv4 } from 'node:net';
import type { SMTPPoolOptions } from 'nodemailer';

/** How a server is reached, and what is asked of the way to it. */
export type MailServer = Pick<
  SMTPPoolOptions,
  'host' | 'port' | 'secure' | 'requireTLS' | 'tls' | 'auth' | 'forceAuth'
>;

/**
 * The server of an address such as `smtp://user:password@mail.example:587`. What is refused of one is said without repeating
 * it, as a password may be in it.
 *
 * @throws Error in a sentence when it is none.
 */
export function mailServerOf(url: string): MailServer {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const isSmtp = address?.protocol === 'smtp:' || address?.protocol === 'smtps:';
  if (!address || !isSmtp || !address.hostname || !/^\/?$/.test(address.pathname) || address.hash)
    throw new Error(
      'The mail server is named as smtp://user:password@host:port or smtps://user:password@host:port, and this is no such address.',
    );
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const secure = address.protocol === 'smtps:';
  const starttls = starttlsOf(address, host);
  return {
    host,
    port: Number(address.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && starttls === 'required',
    // Nobody is between a machine and itself, and no authority vouches for its name.
    tls: { rejectUnauthorized: starttls === 'required' || !isLoopback(host) },
    ...credentialsOf(address),
  };
}

type Starttls = 'required' | 'optional';

/** Whether a server may leave what it is sent to be read on the way. */
function starttlsOf({ searchParams, protocol }: URL, host: string): Starttls {
  const said = searchParams.get('starttls');
  const unknown = [...searchParams.keys()].find((name) => name !== 'starttls');
  if (unknown !== undefined)
    throw new Error('The address of the mail server takes ?starttls=, and nothing else.');
  if (said === null) return isLoopback(host) ? 'optional' : 'required';
  if (protocol === 'smtps:') throw new Error('A mail server by smtps has no STARTTLS: take ?starttls= away.');
  if (said !== 'required' && said !== 'optional')
    throw new Error('What ?starttls= says of the mail server is required or optional.');
  return said;
}

function credentialsOf({ username, password }: URL): Pick<MailServer, 'auth' | 'forceAuth'> {
  if (!username && !password) return {};
  if (!username || !password)
    throw new Error('The address of the mail server has a user and a password, or neither.');
  try {
    const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    return { auth, forceAuth: true };
  } catch {
    throw new Error(
      'In the address of the mail server, signs of the user and of the password such as % are written as %25.',
    );
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
