import { html } from 'hono/html';

type Part = ReturnType<typeof html>;

/** What is in a page. */
export interface PageContent {
  readonly title: string;
  /** What its head has beside that. */
  readonly head?: Part;
  readonly body: Part;
}

/** A whole page for people who may not be signed in: found by no search engine, light or dark as its reader likes it. */
export async function htmlPage(language: string, { title, head, body }: PageContent): Promise<string> {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${head ?? ''}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return String(await page);
}
