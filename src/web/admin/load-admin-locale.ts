import { loadLocale } from '../locales/load-locale.js';
import type { Locale, MessageKey } from '../locales/locale.js';
import type french from '../locales/admin/fr.json';

export type AdminKey = keyof typeof french;
/** The tool's texts and those of the administration. */
export type AdminLocale = Locale<MessageKey | AdminKey>;

/** Apart from the tool's own catalogues, so that nobody loads them who does not administer. */
const catalogues = import.meta.glob<Readonly<Record<AdminKey, string>>>('../locales/admin/*.json', {
  import: 'default',
});

/** Loads the texts of the language of `tag`, or French when there are none. */
export async function loadAdminLocale(tag: string): Promise<AdminLocale> {
  const locale = await loadLocale(tag);
  const load =
    catalogues[`../locales/admin/${locale.language}.json`] ?? catalogues['../locales/admin/fr.json'];
  if (!load) throw new Error(`There is no catalogue of the administration for ${locale.language}`);
  return locale.with(await load());
}
