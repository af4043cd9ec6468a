import { html } from 'hono/html';
import { languages, type Language } from '../languages.js';
import { texts, type Texts } from '../texts.js';
import type { Html, Reader } from './page.js';
import { userPicker } from './user-picker.js';

export interface PageParts {
  readonly title: string;
  /** The left-hand menu; none on pages outside a space. */
  readonly menu?: Html;
  readonly main: Html;
}

const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English', nl: 'Nederlands' };

/** A whole page of the host. */
export function layout(reader: Reader, { title, menu, main }: PageParts): Html {
  const { language } = reader;
  const text = texts[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${text.platform}</title>
        <link rel="icon" href="/host.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/host.css" />
      </head>
      <body>
        ${header(reader, text)}
        <div class="${menu ? 'columns' : 'page'}">
          ${menu ?? ''}
          <main id="main" tabindex="-1">${main}</main>
        </div>
      </body>
    </html>`;
}

function header(reader: Reader, text: Texts): Html {
  return html`<header class="bar">
    <a class="skip" href="#main">${text.skip}</a>
    <a class="brand" href="/">${text.platform}</a>
    ${reader.user ? html`<a href="/outbox">${text.mails}</a>` : ''}
    ${reader.user ? userPicker(reader, 'flat') : ''} ${reader.user ? signOut(text) : ''}
    <nav class="languages" aria-label="${text.language}">
      ${languages.map((language) => languageLink(language, reader))}
    </nav>
  </header>`;
}

function signOut(text: Texts): Html {
  return html`<form method="post" action="/sign-out">
    <button class="quiet">${text.signOut}</button>
  </form>`;
}

function languageLink(language: Language, reader: Reader): Html {
  const address = new URL(reader.address, 'http://host');
  address.searchParams.set('lang', language);
  const current = language === reader.language ? 'true' : 'false';
  return html`<a
    href="${address.pathname}${address.search}"
    lang="${language}"
    hreflang="${language}"
    aria-current="${current}"
    >${languageNames[language]}</a
  >`;
}
