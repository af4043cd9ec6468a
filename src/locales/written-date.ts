/** English of no region, or American, as browsers come: 01/09 is read as the first of September here. */
const dayFirst: Readonly<Record<string, string>> = { en: 'en-GB', 'en-US': 'en-GB' };

/** Whose habits the dates of a language or region follow: the day always stands before the month in English. */
export function dateRegion(tag: string): string {
  return dayFirst[tag] ?? tag;
}

/** A date, or the time from one to another, as people of `language` write it: French has "1er" where a month is named. */
export function writtenDate(format: Intl.DateTimeFormat, language: string, from: Date, to?: Date): string {
  if (language !== 'fr') return to ? format.formatRange(from, to) : format.format(from);
  const parts = to ? format.formatRangeToParts(from, to) : format.formatToParts(from);
  const isMonthNamed = parts.some(({ type, value }) => type === 'month' && !/\d/.test(value));
  const isFirst = ({ type, value }: (typeof parts)[number]) =>
    isMonthNamed && type === 'day' && value === '1';
  return parts.map((part) => (isFirst(part) ? '1er' : part.value)).join('');
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** A wall time, in words. */
export function dateIn(language: string, wallTime: string): string {
  const style = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' } as const;
  const format = dates.get(language) ?? new Intl.DateTimeFormat(dateRegion(language), style);
  dates.set(language, format);
  return writtenDate(format, language, new Date(`${wallTime}Z`));
}
