import { loadPart } from '../core/load-part.js';
import { loadLocale } from '../core/load-locale.js';
import type { Locale, MessageKey } from '../core/locale.js';
import type french from '../../locales/fr.json';

export type AdminKey = keyof (typeof french)['administration'];
/** The tool's texts and those of the administration. */
export type AdminLocale = Locale<MessageKey | AdminKey>;

/** Apart from what the tool says, so that nobody loads it who does not administer. */
const catalogues = import.meta.glob<Readonly<Record<AdminKey, string>>>('../../locales/*.json', {
  query: '?administration',
  import: 'default',
});

/** Loads the texts of the language of `tag`, or French when there are none. */
export async function loadAdminLocale(tag: string): Promise<AdminLocale> {
  const locale = await loadLocale(tag);
  const load = catalogues[`../../locales/${locale.language}.json`];
  if (!load) throw new Error(`There is no catalogue of the administration for ${locale.language}`);
  return locale.with(await loadPart(load));
}
