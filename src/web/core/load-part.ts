import { RequestFailure } from './request-failure.js';

/**
 * A part of the tool that comes when it is needed.
 *
 * @throws RequestFailure when it does not come.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    // So browsers say that a module did not come; anything else went wrong inside it.
    if (cause instanceof TypeError) throw new RequestFailure('offline', {}, { cause });
    throw cause;
  }
}
