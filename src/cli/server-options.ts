import type { Database } from '../index.js';
import type { RemotePlatformOptions } from '../remote/index.js';
import { type Invocation, WrongCall } from './command.js';
import { configuredDatabase } from './configured-database.js';

/**
 * The platform that a command line names.
 *
 * @throws WrongCall when it does not.
 */
export function platformOf(invocation: Invocation): RemotePlatformOptions {
  const { options, environment } = invocation;
  const hostUrl = hostUrlOf(invocation);
  const secrets = (options['host-secret'] ?? environment['HOST_SECRET'] ?? '').split(' ').filter(Boolean);
  if (!hostUrl) throw new WrongCall('Name the platform, by --host-url URL or HOST_URL.');
  if (secrets.length === 0)
    throw new WrongCall('Name the secret that both sides sign with, by --host-secret SECRET or HOST_SECRET.');
  return { hostUrl, secret: secrets, allowHttp: environment['ALLOW_HTTP'] === '1' };
}

/** Where a platform that is not in Node answers; undefined where there is none. */
export function hostUrlOf({ options, environment }: Invocation): string | undefined {
  return (options['host-url'] ?? environment['HOST_URL']) || undefined;
}

/** Where browsers find what is served, without a slash at its end; undefined when nothing says it. */
export function publicUrlOf({ options, environment }: Invocation): string | undefined {
  return (options['public-url'] ?? environment['PUBLIC_URL'])?.replace(/\/+$/, '') || undefined;
}

/** The database that a command line names, or an embedded one where the process runs. */
export async function databaseOf({ named }: Invocation): Promise<Database> {
  if (!named) return 'sqlite:seances.sqlite';
  return 'config' in named ? configuredDatabase(named.config) : named.address;
}

/** What `make` makes of the command line. @throws WrongCall in its words when it cannot. */
export function fromCall<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new WrongCall((cause as Error).message, { cause });
  }
}
