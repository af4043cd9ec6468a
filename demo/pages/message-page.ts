import { html } from 'hono/html';
import { texts } from '../texts.js';
import { layout } from './layout.js';
import type { Html, Reader } from './page.js';

/** A page that only says what is wrong. */
export function messagePage(reader: Reader, what: 'notFound' | 'failed'): Html {
  const text = texts[reader.language];
  const main = html`<section class="card narrow">
    <h1>${text[what]}</h1>
    <p>${text[`${what}Detail`]}</p>
    <p><a href="/">${text.backHome}</a></p>
  </section>`;
  return layout(reader, { title: text[what], main });
}
