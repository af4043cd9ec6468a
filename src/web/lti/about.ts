import type { LtiSession } from './session.js';

/**
 * What staff and administrators may read and do, below the tool. The server writes it, and writes it anew after each of its
 * forms; this asks for it when it is opened.
 */
export function showAbout(part: HTMLDetailsElement, session: LtiSession, isOpen: boolean): void {
  const shown = part.querySelector('[data-shown]');
  const status = part.querySelector('[role=status]');
  if (!shown || !status) return;
  const ask = async (body?: URLSearchParams): Promise<void> => {
    const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
    status.textContent = '';
    const text = await answered(part.dataset['about'] ?? '', session, body);
    if (text === undefined) {
      status.textContent = part.dataset['failed'] ?? '';
      return;
    }
    shown.innerHTML = text;
    status.textContent = shown.querySelector('[data-message]')?.textContent ?? '';
    // What had the focus was taken away with all that was shown.
    if (focused)
      (document.getElementById(focused) ?? part.querySelector('summary'))?.focus({ preventScroll: true });
  };
  part.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = new FormData(form, event.submitter);
    void ask(new URLSearchParams([...values].map(([name, value]) => [name, String(value)])));
  });
  part.addEventListener('toggle', () => {
    if (part.open && shown.childElementCount === 0) void ask();
  });
  part.hidden = false;
  part.open = isOpen;
}

/** Undefined when there is no answer that can be shown. */
async function answered(
  address: string,
  session: LtiSession,
  body: URLSearchParams | undefined,
): Promise<string | undefined> {
  try {
    const headers = { authorization: `Bearer ${(await session.authorize()) ?? ''}` };
    const answer = await fetch(address, body ? { method: 'POST', headers, body } : { headers });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
