import { html } from 'hono/html';
import type { EndableMail } from '../../domain/notice/notice.js';
import { type NoticeText, serverTexts } from '../../locales/languages.js';
import { htmlPage } from './html-page.js';

/** Whether the mails are to end, have ended, or cannot. */
export type UnsubscribeState = 'asked' | 'ended' | 'locked';

/** What a link in a mail leads to. Nothing is loaded, and nothing runs. */
export async function unsubscribePage(
  language: string,
  mail: EndableMail,
  state: UnsubscribeState,
): Promise<string> {
  const text = textsIn(language);
  const button = html`<form method="post">
    <input type="hidden" name="List-Unsubscribe" value="One-Click" />
    <button>${text('unsubscribe.button')}</button>
  </form>`;
  return page(
    language,
    html`<h1>${text(`unsubscribe.${mail}`)}</h1>
      <p>${text(`unsubscribe.${state}`)}</p>
      ${state === 'asked' ? button : ''}
      <p>${text('mail.why')}</p>`,
  );
}

/** For an address that is none, or none any more. */
export async function unknownLinkPage(language: string): Promise<string> {
  const text = textsIn(language);
  return page(
    language,
    html`<h1>${text('unsubscribe.unknown')}</h1>
      <p>${text('mail.why')}</p>`,
  );
}

function textsIn(language: string): (key: NoticeText) => string {
  const { notices } = serverTexts(language);
  return (key) => notices[key];
}

function page(language: string, main: ReturnType<typeof html>): Promise<string> {
  return htmlPage(language, {
    title: textsIn(language)('unsubscribe.title'),
    body: html`<main>${main}</main>`,
  });
}
