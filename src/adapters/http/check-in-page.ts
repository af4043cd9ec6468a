import { html } from 'hono/html';
import { serverTexts } from '../../locales/languages.js';
import { htmlPage } from './html-page.js';

/** Where the parts of the page are: the plugin itself, and the module that draws it. */
interface PageParts {
  readonly base: string;
  readonly module: string;
}

/** Where the code that a trainer shows leads. Its element does everything: the code is behind the `#`, and never comes here. */
export function checkInPage(language: string, { base, module }: PageParts): Promise<string> {
  const { title, waiting, needsJavaScript } = serverTexts(language).checkIn;
  return htmlPage(language, {
    title,
    head: html`<script type="module" src="${module}"></script>`,
    body: html`<check-in-page base-url="${base}" language="${language}">${waiting}</check-in-page>
      <noscript><p>${needsJavaScript}</p></noscript>`,
  });
}
