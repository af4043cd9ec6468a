import { Locale, type Catalogue } from './locale.js';

/** Every catalogue beside this file: another language is one more of them. */
const catalogues = import.meta.glob<Catalogue>('./*.json', { import: 'default' });
const fallback = 'fr';

/** Loads the texts of the language of `tag`, or French when there are none. */
export async function loadLocale(tag: string): Promise<Locale> {
  const wanted = tag.toLowerCase().split('-')[0] ?? fallback;
  const language = `./${wanted}.json` in catalogues ? wanted : fallback;
  const load = catalogues[`./${language}.json`];
  if (!load) throw new Error(`There is no catalogue for ${language}`);
  return new Locale(
    language,
    await load(),
    [tag, ...navigator.languages].filter((one) => one.includes('-')),
  );
}
