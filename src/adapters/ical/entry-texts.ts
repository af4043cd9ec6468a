import { isolated } from '../../locales/isolated.js';
import { knownLanguage, fallback, type ServerTexts } from '../../locales/languages.js';
import type { CalendarEntry, EntryInformation } from '../../ports/calendar-writer.js';

type Texts = ServerTexts['calendars'];

/** The locale in which dates are written for the reader of a BCP 47 tag: in the language of the texts around them. */
export function dateLocaleOf(tag: string): string {
  if (knownLanguage(tag) === undefined) return fallback;
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return fallback;
  }
}

/** What is read below the title of an entry, with a blank line between two parts. */
export function descriptionOf(entry: CalendarEntry, texts: Texts, locale: string): string {
  const { description, informations, trainers, onlineUrl, url, cancellationReason: reason } = entry;
  const parts = [
    reason === '' ? '' : filled(texts.cancelled, { reason }),
    description,
    ...informations.map((information) => informationText(information, entry, texts, locale)),
    ...(trainers.length > 0 ? [filled(texts.trainers, { names: trainers.map(isolated).join(', ') })] : []),
    ...(onlineUrl === null ? [] : [filled(texts.join, { url: onlineUrl })]),
    ...(url === null ? [] : [filled(texts.page, { url })]),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function informationText(
  { text, author, createdAt }: EntryInformation,
  { timeZone }: CalendarEntry,
  texts: Texts,
  locale: string,
): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const date = format.format(new Date(createdAt));
  const heading = author === '' ? texts.informationOfNobody : texts.information;
  return `${filled(heading, { date, author: isolated(author) })}\n${text}`;
}

/** What the way into an online class is called, on its own. */
export function joinLabel(texts: Texts): string {
  return filled(texts.join, { url: '' }).replace(/[\s\u00a0:]+$/, '');
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (name, key: string) => values[key] ?? name);
}
