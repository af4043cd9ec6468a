import { loadPart } from '../core/load-part.js';
import { loadLocale } from '../core/load-locale.js';
import type { Locale, MessageKey } from '../core/locale.js';
import type french from '../../locales/fr.json';

type MyKey = keyof (typeof french)['mySeances'];
/** The tool's texts and those of the home page. */
export type MyLocale = Locale<MessageKey | MyKey>;

/** Apart from what the tool says, which loads none of it. */
const catalogues = import.meta.glob<Readonly<Record<MyKey, string>>>('../../locales/*.json', {
  query: '?mySeances',
  import: 'default',
});

/** Loads the texts of the language of `tag`, or French when there are none. */
export async function loadMyLocale(tag: string): Promise<MyLocale> {
  const locale = await loadLocale(tag);
  const load = catalogues[`../../locales/${locale.language}.json`];
  if (!load) throw new Error(`There is no catalogue of the home page for ${locale.language}`);
  return locale.with(await loadPart(load));
}
