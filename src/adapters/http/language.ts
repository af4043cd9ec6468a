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

/**
 * A message about one séance of several, with its name and its start.
 *
 * @param start a wall time, written as it stands on the clocks of the séance's own zone.
 */
export function messageOfSeance(
  language: string,
  { name, start }: { readonly name: string; readonly start: string },
  text: string,
): string {
  const { ofSeance } = serverTexts(language).problems;
  const values = { name: isolated(name), start: dateIn(language, start), message: text };
  return String(formatOf(language, ofSeance).format(values));
}

/** A sentence that says of how many séances something is true. */
export function messageOfSeances(language: string, count: number): string {
  return String(formatOf(language, serverTexts(language).problems.ofSeances).format({ count }));
}

/** A sentence that says that nothing was written. */
export function nothingSaved(language: string): string {
  return serverTexts(language).problems.nothingSaved;
}

/** Between marks of Unicode (UAX 9) that keep a name of the other direction from turning what follows. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

const dates = new Map<string, Intl.DateTimeFormat>();

function dateIn(language: string, wallTime: string): string {
  const style = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' } as const;
  const format = dates.get(language) ?? new Intl.DateTimeFormat(language, style);
  dates.set(language, format);
  return format.format(new Date(`${wallTime}Z`));
}

/** Read once for each language: in a rush, most answers say that a séance is full. */
const formats = new Map<string, IntlMessageFormat>();

function formatOf(language: string, pattern: string): IntlMessageFormat {
  const key = `${language}\n${pattern}`;
  const format = formats.get(key) ?? new IntlMessageFormat(pattern, language);
  formats.set(key, format);
  return format;
}
