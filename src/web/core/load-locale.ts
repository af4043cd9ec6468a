import { loadPart } from './load-part.js';
import { Locale, type Catalogue } from './locale.js';

/** What the tool says in each language: the build gives this part of each file of `src/locales` (docs/languages.md). */
const catalogues = import.meta.glob<Catalogue>('../../locales/*.json', { query: '?tool', import: 'default' });
const fallback = 'fr';

/** Those that there are texts in, such as `fr`. */
export const languages: readonly string[] = Object.keys(catalogues).map((file) => file.slice(-7, -5));

/** Loads the texts of the language of `tag`, or French when there are none. */
export async function loadLocale(tag: string): Promise<Locale> {
  const wanted = tag.toLowerCase().split('-')[0] ?? fallback;
  const language = fileOf(wanted) in catalogues ? wanted : fallback;
  const load = catalogues[fileOf(language)];
  if (!load) throw new Error(`There is no catalogue for ${language}`);
  return new Locale(
    language,
    await loadPart(load),
    [tag, ...navigator.languages].filter((one) => one.includes('-')),
  );
}

function fileOf(language: string): string {
  return `../../locales/${language}.json`;
}
