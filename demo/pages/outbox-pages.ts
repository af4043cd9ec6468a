import { html, raw } from 'hono/html';
import type { Language } from '../languages.js';
import type { SentMail } from '../outbox.js';
import { demoTimeZone } from '../spaces.js';
import { texts } from '../texts.js';
import { findUser } from '../users.js';
import { layout } from './layout.js';
import type { Html, Reader } from './page.js';

/** What was sent, the latest first: `host.js` puts what is sent while the page is looked at before the others. */
export function outboxPage(reader: Reader, mails: readonly SentMail[]): Html {
  const text = texts[reader.language];
  const main = html`<script type="module" src="/host.js"></script>
    <h1>${text.outbox}</h1>
    <p>${text.outboxHint}</p>
    <p id="no-mail" ${mails.length > 0 ? 'hidden' : ''}>${text.noMail}</p>
    <ul id="mails" class="mails" aria-live="polite">
      ${mails.map((mail) => mailLine(mail, reader.language))}
    </ul>`;
  return layout(reader, { title: text.outbox, main });
}

function mailLine(mail: SentMail, language: Language): Html {
  return html`<li id="mail-${mail.id}" class="card">
    <a href="/outbox/${mail.id}">${mail.subject}</a>
    <p class="muted">${recipientOf(mail)} · ${momentOf(mail, language)}</p>
  </li>`;
}

/** A mail: to whom it went, and all that was in it. */
export function mailPage(reader: Reader, mail: SentMail): Html {
  const text = texts[reader.language];
  const heads = [
    [text.recipient, recipientOf(mail)],
    [text.sentAt, momentOf(mail, reader.language)],
    ...Object.entries(mail.headers ?? {}),
  ];
  const main = html`<p><a href="/outbox">${text.outbox}</a></p>
    <h1>${mail.subject}</h1>
    <dl class="heads">
      ${heads.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${mail.calendar ? html`<p><a href="/outbox/${mail.id}/${mail.calendar.name}">${text.calendar}</a></p>` : ''}
    <h2 id="as-html">${text.asHtml}</h2>
    <iframe
      class="mail"
      src="/outbox/${mail.id}/html"
      title="${mail.subject}"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>
    <h2>${text.asText}</h2>
    <pre class="card mail" tabindex="0">${mail.text}</pre>`;
  return layout(reader, { title: mail.subject, main });
}

/** What stands in the frame of {@link mailPage}. What links in it lead to is opened beside the page. */
export function mailDocument(mail: SentMail, language: Language): Html {
  // The mail's own HTML: the frame and the policy of its answer let it run nothing.
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light" />
        <title>${mail.subject}</title>
        <base target="_blank" />
      </head>
      <body>
        ${raw(mail.html)}
      </body>
    </html>`;
}

function recipientOf({ toUserId, address }: SentMail): string {
  return `${findUser(toUserId)?.name ?? toUserId} <${address}>`;
}

function momentOf({ sentAt }: SentMail, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    ...{ dateStyle: 'long', timeStyle: 'medium', timeZone: demoTimeZone },
  });
  return format.format(sentAt);
}
