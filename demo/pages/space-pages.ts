import { html, raw } from 'hono/html';
import type { ActivitySpace, Manifest, TrainingSession } from '../../src/index.js';
import type { Language } from '../languages.js';
import type { MenuEntry } from '../space-menu.js';
import { texts } from '../texts.js';
import { icon } from './icon.js';
import { layout } from './layout.js';
import type { Html, Reader } from './page.js';

/** A space as its pages show it. */
export interface SpaceView {
  readonly space: ActivitySpace;
  readonly menu: readonly MenuEntry[];
}

/** The front page of a space. */
export function spacePage(reader: Reader, view: SpaceView, sessions: readonly TrainingSession[]): Html {
  const text = texts[reader.language];
  const main = html`<h1>${view.space.name}</h1>
    <p>${text.pickTool}</p>
    <h2>${text.sessions}</h2>
    ${sessions.length === 0 ? html`<p>${text.noSession}</p>` : sessionList(sessions, reader.language)}`;
  return layout(reader, { title: view.space.name, menu: spaceMenu(reader, view), main });
}

/** A tool of the host itself: only a sign. */
export function hostToolPage(reader: Reader, view: SpaceView, tool: MenuEntry): Html {
  const main = html`<h1>${tool.label}</h1>
    <p>${texts[reader.language].hostTool}</p>`;
  return layout(reader, { title: tool.label, menu: spaceMenu(reader, view), main });
}

/** A tool that a plugin brings: its custom element draws everything, from its own module. */
export function pluginToolPage(
  reader: Reader,
  view: SpaceView,
  tool: MenuEntry,
  web: Manifest['web'] & { readonly baseUrl: string },
): Html {
  // The manifest's schema allows nothing but the name of a custom element here.
  const element = raw(web.element);
  const text = texts[reader.language];
  const main = html`<script type="module" src="${web.baseUrl}/${web.module}"></script>
    <${element} base-url="${web.baseUrl}" space="${view.space.id}" locale="${reader.language}">${text.loading}</${element}>
    <noscript><p>${text.needsJavaScript}</p></noscript>`;
  return layout(reader, { title: `${tool.label} · ${view.space.name}`, menu: spaceMenu(reader, view), main });
}

function spaceMenu(reader: Reader, { space, menu }: SpaceView): Html {
  const here = new URL(reader.address, 'http://host').pathname;
  return html`<nav class="rail" aria-label="${texts[reader.language].tools}">
    <ul>
      ${menu.map((entry) => menuLink(`/spaces/${space.id}/${entry.path}`, entry, here))}
    </ul>
  </nav>`;
}

function menuLink(address: string, entry: MenuEntry, here: string): Html {
  const current = address === here ? 'page' : 'false';
  return html`<li>
    <a href="${address}" aria-current="${current}" title="${entry.label}" data-tool="${entry.id}"
      >${icon(entry.icon)}<span class="hidden">${entry.label}</span></a
    >
  </li>`;
}

function sessionList(sessions: readonly TrainingSession[], language: Language): Html {
  return html`<ul>
    ${sessions.map((session) => html`<li>${session.name}${period(session, language)}</li>`)}
  </ul>`;
}

function period({ startsOn, endsOn }: TrainingSession, language: Language): string {
  if (startsOn === null || endsOn === null) return '';
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return ` (${format.formatRange(new Date(startsOn), new Date(endsOn))})`;
}
