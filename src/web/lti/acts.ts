import { pageAround } from './page-around.js';
import { getData, putData, type PlatformStorage } from './storage.js';

type Data = Readonly<Record<string, string | undefined>>;

/** Has the platform keep what proves which browser began a login, and goes on, saying whether it has. */
export async function put(data: Data): Promise<void> {
  const isStored = await putData(storageOf(data), keyOf(data), data['browser'] ?? '');
  location.replace(`${data['next'] ?? ''}${isStored ? '&stored=1' : ''}`);
}

/** Gets what the platform kept, proves with it that the login was begun here, and goes on. */
export async function get(data: Data): Promise<void> {
  const browser = await getData(storageOf(data), keyOf(data));
  const body = new URLSearchParams({ state: data['state'] ?? '', browser: browser ?? '' });
  const answer =
    browser === undefined ? undefined : await fetch(data['next'] ?? '', { method: 'POST', body });
  if (answer?.ok) location.replace(((await answer.json()) as { readonly location: string }).location);
  // In a window of its own this tool is the first party, whose cookies are not blocked.
  else document.querySelector<HTMLElement>('[data-again]')?.removeAttribute('hidden');
}

/** A platform that registered closes the window when it is told so (LTI Dynamic Registration 1.0, 3.8). */
export function close(): void {
  pageAround().postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
}

function storageOf({ target, origin }: Data): PlatformStorage {
  return { target: target ?? '_parent', origin: origin ?? '' };
}

function keyOf({ state }: Data): string {
  return `seances-lti-${state ?? ''}`;
}
