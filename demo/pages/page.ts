import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '../languages.js';
import type { DemoUser } from '../users.js';

/** A piece of a page, escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page knows about its reader. */
export interface Reader {
  readonly user: DemoUser | undefined;
  readonly language: Language;
  /** Path and query of the page. */
  readonly address: string;
}
