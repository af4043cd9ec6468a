import type { LtiSession } from './session.js';

/** What the server has answered: what is shown now, or why nothing was done. */
type Answer = { readonly html: string } | { readonly refusal: string };

/**
 * What staff and administrators may read and do, below the tool. The server writes it, and writes it anew after each of its
 * forms; this asks for it when it is opened.
 */
export function showAbout(part: HTMLDetailsElement, session: LtiSession, isOpen: boolean): void {
  const shown = part.querySelector<HTMLElement>('[data-shown]');
  const status = part.querySelector('[role=status]');
  if (!shown || !status) return;

  /** Says it to who listens, and writes it where it was done for who looks. */
  const say = (text: string, form: string | undefined): void => {
    status.textContent = text;
    for (const { dataset } of part.querySelectorAll<HTMLElement>('[data-said]')) delete dataset['said'];
    const place = (form ? document.getElementById(form) : null) ?? shown;
    if (text !== '') place.dataset['said'] = text;
  };

  const ask = async (form?: string, body?: URLSearchParams): Promise<void> => {
    const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const answer = await answerTo(part.dataset['about'] ?? '', session, body);
    if (!answer || 'refusal' in answer) {
      say(answer?.refusal ?? part.dataset['failed'] ?? '', form);
      return;
    }
    shown.innerHTML = answer.html;
    say(shown.querySelector('[data-message]')?.textContent ?? '', form);
    // What had the focus was taken away with all that was shown.
    if (focused)
      (document.getElementById(focused) ?? part.querySelector('summary'))?.focus({ preventScroll: true });
  };

  part.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const values = [...new FormData(form, event.submitter)];
    // No form here sends files.
    void ask(form.id, new URLSearchParams(values as [string, string][]));
  });
  part.addEventListener('toggle', () => {
    if (part.open && shown.childElementCount === 0) void ask();
  });
  part.hidden = false;
  part.open = isOpen;
}

/** Undefined when there is no answer that can be shown. */
async function answerTo(
  address: string,
  session: LtiSession,
  body: URLSearchParams | undefined,
): Promise<Answer | undefined> {
  try {
    const headers = { authorization: `Bearer ${(await session.authorize()) ?? ''}` };
    const answer = await fetch(address, body ? { method: 'POST', headers, body } : { headers });
    if (answer.ok) return { html: await answer.text() };
    return answer.status === 400 ? { refusal: await answer.text() } : undefined;
  } catch {
    return undefined;
  }
}
