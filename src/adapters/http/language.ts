import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

const require = createRequire(import.meta.url);

/** The texts of one language, by key: one file of `locales/` each. */
type Catalogue = Readonly<Record<string, string>>;

const fallback = 'fr';

const catalogues: ReadonlyMap<string, Catalogue> = new Map(
  readdirSync(new URL('locales/', import.meta.url))
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length), require(`./locales/${file}`) as Catalogue]),
);

/** The first language that the header prefers and that there is (RFC 9110 12.5.4), or undefined. */
export function preferredLanguage(acceptLanguage: string | null): string | undefined {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const quality = parameters
      .find((parameter) => parameter.trim().startsWith('q='))
      ?.trim()
      .slice(2);
    return {
      language: tag.trim().toLowerCase().split('-')[0] ?? '',
      quality: quality === undefined ? 1 : Number(quality),
    };
  });
  return wishes
    .filter(({ language, quality }) => quality > 0 && catalogues.has(language))
    .sort((one, other) => other.quality - one.quality)[0]?.language;
}

/** The language of an answer: what the request asks for, else the actor's, else French. */
export function answerLanguage(acceptLanguage: string | null, actorLocale: string | undefined): string {
  return preferredLanguage(acceptLanguage) ?? preferredLanguage(actorLocale ?? null) ?? fallback;
}

/** The text of `key`, or undefined when the catalogue has none. */
export function message(
  language: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const pattern = (catalogues.get(language) ?? catalogues.get(fallback))?.[key];
  return pattern === undefined ? undefined : String(formatOf(language, pattern).format(values));
}

/** Read once for each language: in a rush, most answers say that a séance is full. */
const formats = new Map<string, IntlMessageFormat>();

function formatOf(language: string, pattern: string): IntlMessageFormat {
  const key = `${language}\n${pattern}`;
  const format = formats.get(key) ?? new IntlMessageFormat(pattern, language);
  formats.set(key, format);
  return format;
}
