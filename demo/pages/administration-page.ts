import { html, raw } from 'hono/html';
import type { Manifest } from '../../src/index.js';
import type { MenuEntry } from '../space-menu.js';
import { texts } from '../texts.js';
import { layout } from './layout.js';
import type { Html, Reader } from './page.js';

/** A page of the administration that a plugin brings: its custom element draws everything, from its own module. */
export function administrationPage(
  reader: Reader,
  entry: MenuEntry,
  web: NonNullable<Manifest['web']['administration']> & { readonly baseUrl: string },
): Html {
  // The manifest's schema allows nothing but the name of a custom element here.
  const element = raw(web.element);
  const text = texts[reader.language];
  const main = html`<script type="module" src="${web.baseUrl}/${web.module}"></script>
    <${element} base-url="${web.baseUrl}" locale="${reader.language}">${text.loading}</${element}>
    <noscript><p>${text.needsJavaScript}</p></noscript>`;
  return layout(reader, { title: `${entry.label} · ${text.administration}`, main });
}
