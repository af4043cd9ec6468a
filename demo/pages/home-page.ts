import { html, raw } from 'hono/html';
import type { ActivitySpace, Manifest } from '../../src/index.js';
import type { MenuEntry } from '../space-menu.js';
import { texts, type Texts } from '../texts.js';
import { layout } from './layout.js';
import type { Html, Reader } from './page.js';
import { icon } from './icon.js';
import { userPicker } from './user-picker.js';

/** For somebody who is not signed in: the choice of a person. `returnTo` is where they wanted to go. */
export function signInPage(reader: Reader, returnTo: string, unknownUser: boolean): Html {
  const text = texts[reader.language];
  const main = html`<section class="card narrow">
    <h1>${text.whoAreYou}</h1>
    <p>${text.noPassword}</p>
    ${unknownUser ? html`<p class="error" role="alert">${text.unknownUser}</p>` : ''}
    ${userPicker(reader, 'tall', returnTo)}
  </section>`;
  return layout(reader, { title: text.whoAreYou, main });
}

/** What a plugin shows on the home page. */
type HomePart = NonNullable<Manifest['web']['home']> & { readonly baseUrl: string };

/** What plugins show of the reader's own, the spaces that are open to them, and the administration, if they have any. */
export function homePage(
  reader: Reader,
  home: HomePart | undefined,
  spaces: readonly ActivitySpace[],
  administration: readonly MenuEntry[],
): Html {
  const text = texts[reader.language];
  const main = html`<h1>${text.home}</h1>
    ${home ? ownPart(reader, home) : ''}
    <h2>${text.spaces}</h2>
    ${spaces.length === 0 ? html`<p>${text.noSpace}</p>` : spaceList(spaces)}
    ${administration.length === 0 ? '' : administrationList(administration, text)}`;
  return layout(reader, { title: text.home, main });
}

function ownPart(reader: Reader, home: HomePart): Html {
  // The manifest's schema allows nothing but the name of a custom element here.
  const element = raw(home.element);
  const text = texts[reader.language];
  return html`<script type="module" src="${home.baseUrl}/${home.module}"></script>
    <${element} base-url="${home.baseUrl}" locale="${reader.language}">${text.loading}</${element}>
    <noscript><p>${text.needsJavaScript}</p></noscript>`;
}

function spaceList(spaces: readonly ActivitySpace[]): Html {
  return html`<ul class="cards">
    ${spaces.map(({ id, name }) => html`<li><a class="card" href="/spaces/${id}">${name}</a></li>`)}
  </ul>`;
}

function administrationList(entries: readonly MenuEntry[], text: Texts): Html {
  return html`<h2>${text.administration}</h2>
    <ul class="cards">
      ${entries.map(
        (entry) =>
          html`<li>
            <a class="card" href="/${entry.path}">${icon(entry.icon)} ${entry.label}</a>
          </li>`,
      )}
    </ul>`;
}
