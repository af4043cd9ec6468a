import type { RemotePlatformOptions } from '../remote/index.js';
import { type Invocation, WrongCall } from './command.js';

/**
 * The platform that a command line names.
 *
 * @throws WrongCall when it does not.
 */
export function platformOf({ options, environment }: Invocation): RemotePlatformOptions {
  const hostUrl = options['host-url'] ?? environment['HOST_URL'];
  const secrets = (options['host-secret'] ?? environment['HOST_SECRET'] ?? '').split(' ').filter(Boolean);
  if (!hostUrl) throw new WrongCall('Name the platform, by --host-url URL or HOST_URL.');
  if (secrets.length === 0)
    throw new WrongCall('Name the secret that both sides sign with, by --host-secret SECRET or HOST_SECRET.');
  return { hostUrl, secret: secrets, allowHttp: environment['ALLOW_HTTP'] === '1' };
}

/** What `make` makes of the command line. @throws WrongCall in its words when it cannot. */
export function fromCall<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new WrongCall((cause as Error).message, { cause });
  }
}
