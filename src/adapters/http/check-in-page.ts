import { html } from 'hono/html';
import { serverTexts } from '../../locales/languages.js';

/** Where the parts of the page are: the plugin itself, and the module that draws it. */
interface PageParts {
  readonly base: string;
  readonly module: string;
}

/** Where the code that a trainer shows leads. Its element does everything: the code is behind the `#`, and never comes here. */
export async function checkInPage(language: string, { base, module }: PageParts): Promise<string> {
  const { title, waiting, needsJavaScript } = serverTexts(language).checkIn;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <script type="module" src="${module}"></script>
      </head>
      <body>
        <check-in-page base-url="${base}" language="${language}">${waiting}</check-in-page>
        <noscript><p>${needsJavaScript}</p></noscript>
      </body>
    </html>`;
  return String(await page);
}
