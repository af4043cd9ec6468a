import { followLink } from '../core/follow-link.js';
import { RequestFailure } from '../core/request-failure.js';

/** How long a browser may take to begin to save a file, in milliseconds. */
const patience = 60_000;

/**
 * Saves the body of an answer where the reader's files are, as if it had been a link: only a request of our own carries
 * what says who asks.
 *
 * @returns its name.
 * @throws RequestFailure when it breaks off.
 */
export async function saveFile(response: Response): Promise<string> {
  const name = fileName(response.headers.get('content-disposition') ?? '');
  const address = URL.createObjectURL(await bodyOf(response));
  followLink(address, name);
  setTimeout(() => URL.revokeObjectURL(address), patience);
  return name;
}

async function bodyOf(response: Response): Promise<Blob> {
  try {
    return await response.blob();
  } catch (cause) {
    throw new RequestFailure('offline', {}, { cause });
  }
}

/** As the server names it: in any script, or in ASCII alone (RFC 6266). */
export function fileName(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  const [, plain = ''] = /filename="([^"]*)"/.exec(disposition) ?? [];
  return encoded === undefined ? plain : decodeURIComponent(encoded);
}
