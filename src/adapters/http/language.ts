import { IntlMessageFormat } from 'intl-messageformat';
import { fallback, knownLanguage, serverTexts } from '../../locales/languages.js';

/** The first language that the header prefers and that there is (RFC 9110 12.5.4), or undefined. */
export function preferredLanguage(acceptLanguage: string | null): string | undefined {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const quality = parameters
      .find((parameter) => parameter.trim().startsWith('q='))
      ?.trim()
      .slice(2);
    return { language: knownLanguage(tag.trim()), quality: quality === undefined ? 1 : Number(quality) };
  });
  return wishes
    .filter(({ language, quality }) => quality > 0 && language !== undefined)
    .sort((one, other) => other.quality - one.quality)[0]?.language;
}

/** The language of an answer: what the request asks for, else the actor's, else French. */
export function answerLanguage(acceptLanguage: string | null, actorLocale: string | undefined): string {
  return preferredLanguage(acceptLanguage) ?? preferredLanguage(actorLocale ?? null) ?? fallback;
}

/** The text of `key`, or undefined when there is none. */
export function message(
  language: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const pattern = serverTexts(language).answers[key];
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
