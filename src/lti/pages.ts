import { html, raw } from 'hono/html';
import { serverTexts, type LtiText } from '../locales/languages.js';

export type Html = ReturnType<typeof html>;

/** What stands in the head of every page, and what its script is told, as `data-` of the body. */
export interface PageParts {
  readonly language: string;
  readonly title: string;
  readonly main: Html;
  /** Where the browser part of the plugin is: the script of these pages is a part of it. */
  readonly web: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** A page of the LTI host. It loads one script, and has neither style nor script of its own. */
export async function pageOf({ language, title, main, web, data = {} }: PageParts): Promise<string> {
  const attributes = Object.entries(data).map(([name, value]) => html` data-${raw(name)}="${value}"`);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <script type="module" src="${web}/lti-page.js"></script>
      </head>
      <body${attributes}>
        ${main}
      </body>
    </html>`;
  return String(await page);
}

export function textIn(language: string, key: LtiText): string {
  return serverTexts(language).lti[key];
}

/** Says what went wrong, what to do, and under which reference the log has it. */
export function faultMain(language: string, fault: LtiText, reference: string, more: Html | '' = ''): Html {
  return html`<main>
    <h1>${textIn(language, 'fault.title')}</h1>
    <p>${textIn(language, fault)}</p>
    ${more}
    <p><small>${textIn(language, 'fault.reference')} ${reference}</small></p>
  </main>`;
}

/** Leads to the login again, in a window where this tool is the first party. */
export function newWindowMain(language: string, address: string): Html {
  return html`<main>
    <h1>${textIn(language, 'window.title')}</h1>
    ${windowWords(language, address)}
  </main>`;
}

function windowWords(language: string, address: string): Html {
  return html`<p>${textIn(language, 'window.why')}</p>
    <p>
      <a class="button" href="${address}" target="_blank" rel="noopener"
        >${textIn(language, 'window.open')}</a
      >
    </p>`;
}

/** Waits for its script, which goes on by itself, or shows the way that is left: `again`, in a window of its own. */
export function waitingMain(language: string, again?: string): Html {
  return html`<main>
    <p role="status">${textIn(language, 'waiting')}</p>
    ${again === undefined ? '' : html`<div data-again hidden>${windowWords(language, again)}</div>`}
    <noscript><p>${textIn(language, 'needsJavaScript')}</p></noscript>
  </main>`;
}

/** The tool of a course. Its script gives it what it authorizes its requests with. */
export function toolMain(language: string, base: string, spaceId: string, about: string): Html {
  return html`<seance-tool base-url="${base}" space="${spaceId}" locale="${language}"
      >${textIn(language, 'waiting')}</seance-tool
    >
    ${aboutPart(language, 'about.title', about)} ${overWords(language)}`;
}

/** What its script fills from `address`, for whom the session's address says that they may read it. */
function aboutPart(language: string, title: LtiText, address: string): Html {
  return html`<details data-about="${address}" data-failed="${textIn(language, 'about.failed')}" hidden>
    <summary>${textIn(language, title)}</summary>
    <p role="status"></p>
    <div data-shown></div>
  </details>`;
}

/** What is shown without a session, as after a page was loaded anew, and without a script. */
function overWords(language: string): Html {
  return html`<p data-over hidden>${textIn(language, 'fault.session-over')}</p>
    <noscript><p>${textIn(language, 'needsJavaScript')}</p></noscript>`;
}

export function administrationMain(language: string, base: string, about: string): Html {
  return html`<main>
    <h1>${textIn(language, 'administration.title')}</h1>
    <seance-admin base-url="${base}" locale="${language}">${textIn(language, 'waiting')}</seance-admin>
    ${aboutPart(language, 'platform.title', about)} ${overWords(language)}
  </main>`;
}

/** What is said to a platform that has registered; the page's script closes the window. */
export function registeredMain(language: string): Html {
  return html`<main>
    <h1>${textIn(language, 'registered.title')}</h1>
    <p>${textIn(language, 'registered.text')}</p>
  </main>`;
}

/** Where a link is chosen; the page's script fills the list in. */
export function choiceMain(language: string): Html {
  return html`<main>
    <h1>${textIn(language, 'deepLink.title')}</h1>
    <p><button type="button" data-choice>${textIn(language, 'deepLink.tool')}</button></p>
    <h2>${textIn(language, 'deepLink.one')}</h2>
    <ul data-choices></ul>
    <p data-none hidden>${textIn(language, 'deepLink.none')}</p>
  </main>`;
}
