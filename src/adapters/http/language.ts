import { filled, formatOf } from '../../locales/filled.js';
import { isolated } from '../../locales/isolated.js';
import { fallback, preferredLanguage, serverTexts } from '../../locales/languages.js';
import { dateIn } from '../../locales/written-date.js';

/** The language of an answer: what the request asks for, else the actor's, else French. */
export function answerLanguage(acceptLanguage: string | null, actorLocale: string | undefined): string {
  return preferredLanguage(acceptLanguage) ?? preferredLanguage(actorLocale ?? null) ?? fallback;
}

/** The text of `key`, in which what somebody wrote turns nothing else, or undefined when there is none. */
export function message(
  language: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | undefined {
  const pattern = serverTexts(language).answers[key];
  return pattern === undefined ? undefined : filled(language, pattern, values);
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
  // The message is the end of the sentence, and turns nothing: what is put into it was isolated there.
  return String(
    formatOf(language, ofSeance).format({
      name: isolated(name),
      start: dateIn(language, start),
      message: text,
    }),
  );
}

/** A sentence that says of how many séances something is true. */
export function messageOfSeances(language: string, count: number): string {
  return filled(language, serverTexts(language).problems.ofSeances, { count });
}

/** A sentence that says that nothing was written. */
export function nothingSaved(language: string): string {
  return serverTexts(language).problems.nothingSaved;
}
