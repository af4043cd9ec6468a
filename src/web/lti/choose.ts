import { dateRegion, writtenDate } from '../../locales/written-date.js';
import type { LtiSession } from './session.js';

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string; readonly start: string }[];
}

/** Fills the list of séances in to which a link may lead, and sends the platform the one that is chosen. */
export async function choose(session: LtiSession, base: string, space: string): Promise<void> {
  document
    .querySelector('[data-choice]')
    ?.addEventListener('click', () => void send(session, new URLSearchParams()));
  const address = `${base}/api/v1/spaces/${encodeURIComponent(space)}/seances?size=all&sort=start`;
  const answer = await fetch(address, { headers: await authorizationOf(session) });
  const { items } = answer.ok ? ((await answer.json()) as Listed) : { items: [] };
  document.querySelector('[data-none]')?.toggleAttribute('hidden', items.length > 0);
  document.querySelector('[data-choices]')?.append(
    ...items.map(({ id, name, start }) => {
      const textContent = `${name} · ${dateOf(start)}`;
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent });
      button.addEventListener(
        'click',
        () => void send(session, new URLSearchParams({ seance: id, title: name })),
      );
      const row = document.createElement('li');
      row.append(button);
      return row;
    }),
  );
}

/** A wall time, as people of the page's language write it: those of a series are told apart by nothing else. */
function dateOf(start: string): string {
  const language = document.documentElement.lang;
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(dateRegion(language), style);
  return writtenDate(format, language, new Date(`${start}Z`));
}

async function send(session: LtiSession, body: URLSearchParams): Promise<void> {
  const headers = await authorizationOf(session);
  const answer = await fetch(location.pathname, { method: 'POST', headers, body });
  if (!answer.ok) return;
  const { action, jwt } = (await answer.json()) as { readonly action: string; readonly jwt: string };
  const form = Object.assign(document.createElement('form'), { method: 'post', action });
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'JWT', value: jwt }));
  document.body.append(form);
  form.submit();
}

async function authorizationOf(session: LtiSession): Promise<Readonly<Record<string, string>>> {
  return { authorization: `Bearer ${(await session.authorize()) ?? ''}` };
}
