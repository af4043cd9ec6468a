import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import type french from '../../locales/fr.json';
import { isolated, isolatedValues } from '../../locales/isolated.js';
import { dateRegion, writtenDate } from '../../locales/written-date.js';

export type MessageKey = keyof (typeof french)['tool'];
/** A text as it is written, or what the build has parsed of one that has values. */
export type Message = string | MessageFormatElement[];
export type Catalogue = Readonly<Record<MessageKey, Message>>;
export type MessageValues = Readonly<Record<string, string | number>>;

const styles = {
  short: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  listed: {
    ...{ weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit' },
  },
  brief: { weekday: 'short', day: '2-digit', month: '2-digit' },
  briefOfYear: { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' },
  long: { dateStyle: 'full', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  day: { dateStyle: 'long' },
  fullDay: { dateStyle: 'full' },
  dayAndMonth: { weekday: 'long', day: 'numeric', month: 'long' },
  shortDay: { weekday: 'short', day: 'numeric' },
  weekday: { weekday: 'short' },
  fullWeekday: { weekday: 'long' },
  year: { year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  hour: { hour: 'numeric' },
  offset: { timeZoneName: 'shortOffset' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The texts, by `Key`, and the dates of one language. */
export class Locale<Key extends string = MessageKey> {
  /** The language of the texts, such as `fr`. */
  readonly language: string;
  readonly #catalogue: Readonly<Record<Key, Message>>;
  /** What dates follow: the reader's own region when their browser names one of this language, such as `en-GB`. */
  readonly #region: string;
  readonly #messages = new Map<string, IntlMessageFormat>();
  readonly #formats = new Map<string, Intl.DateTimeFormat>();

  constructor(language: string, catalogue: Readonly<Record<Key, Message>>, preferred: readonly string[]) {
    this.language = language;
    this.#catalogue = catalogue;
    this.#region = dateRegion(preferred.find((tag) => tag.split('-')[0] === language) ?? language);
  }

  /** The same language with more texts. */
  with<More extends string>(more: Readonly<Record<More, Message>>): Locale<Key | More> {
    return new Locale<Key | More>(this.language, { ...this.#catalogue, ...more }, [this.#region]);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#catalogue, key);
  }

  /** The text of `key`; what somebody wrote turns nothing else of it. */
  text(key: Key, values: MessageValues = {}): string {
    const text = this.#catalogue[key];
    if (typeof text === 'string' && !text.includes('{')) return text;
    const known = this.#messages.get(key);
    const message = known ?? new IntlMessageFormat(text, this.#region, undefined, { ignoreTag: true });
    if (!known) this.#messages.set(key, message);
    return String(message.format(isolatedValues(values)));
  }

  /** An instant as the lists show it: date and time in `timeZone`. */
  shortDate(instant: string, timeZone: string): string {
    return this.#write('short', timeZone, new Date(instant));
  }

  /** An instant as the columns of a list show it, with the day of the week. */
  listedDate(instant: string, timeZone: string): string {
    return this.#write('listed', timeZone, new Date(instant));
  }

  /** The day of an instant, with its year or without. */
  briefDay(instant: string, timeZone: string, hasYear: boolean): string {
    return this.#write(hasYear ? 'briefOfYear' : 'brief', timeZone, new Date(instant));
  }

  /** An instant as a sentence would name it, with the day of the week. */
  longDate(instant: string, timeZone: string): string {
    return this.#write('long', timeZone, new Date(instant));
  }

  time(instant: string, timeZone: string): string {
    return this.#write('time', timeZone, new Date(instant));
  }

  /** A local date and time, `YYYY-MM-DDTHH:mm`, with the day of the week; empty when it is not complete. */
  wallTime(time: string): string {
    return time === '' ? '' : this.longDate(`${time}Z`, 'UTC');
  }

  /** A calendar day, given as `YYYY-MM-DD`. */
  day(date: string): string {
    return this.#write('day', 'UTC', new Date(date));
  }

  /** A calendar day, `YYYY-MM-DD`, or what a column of days or weeks says of it. */
  dayAs(
    style: 'fullDay' | 'dayAndMonth' | 'shortDay' | 'weekday' | 'fullWeekday' | 'month',
    date: string,
  ): string {
    return this.#write(style, 'UTC', new Date(date));
  }

  /** From one calendar day to another, `YYYY-MM-DD`, without saying twice what they share. */
  days(first: string, last: string): string {
    return this.#write('day', 'UTC', new Date(first), new Date(last));
  }

  /** A full hour of the clock, from 0 to 24. */
  hour(hour: number): string {
    return this.#write('hour', 'UTC', new Date(Date.UTC(2000, 0, 1, hour)));
  }

  /** How far the clocks of a zone are from UTC at an instant, such as "UTC+1". */
  offset(timeZone: string, at: Date): string {
    const parts = this.#format('offset', timeZone).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  }

  /** The first day of the week, from 1 for Monday to 7 for Sunday: Monday where the browser cannot tell. */
  get firstWeekday(): number {
    const known: Intl.Locale & { getWeekInfo?: () => { readonly firstDay: number } } = new Intl.Locale(
      this.#region,
    );
    return known.getWeekInfo?.().firstDay ?? 1;
  }

  /** A calendar day with its day of the week, given as `YYYY-MM-DD`; empty when it is not complete. */
  weekday(date: string): string {
    return date === '' ? '' : this.#write('fullDay', 'UTC', new Date(date));
  }

  /** From one local date and time to another, as a sentence would say it. */
  wallPeriod(start: string, end: string): string {
    return this.period(`${start}Z`, `${end}Z`, 'UTC');
  }

  /** From one instant to another, with their days, as a sentence would say it. */
  period(from: string, to: string, timeZone: string): string {
    return this.#write('long', timeZone, new Date(from), new Date(to));
  }

  /** The hours from one instant to another on the clocks of `timeZone`; with the days when these differ. */
  hours(from: string, to: string, timeZone: string): string {
    return this.#write('time', timeZone, new Date(from), new Date(to));
  }

  /** True when both instants are on the same calendar day of `timeZone`. */
  isSameDay(one: string, other: string, timeZone: string): boolean {
    const format = this.#format('day', timeZone);
    return format.format(new Date(one)) === format.format(new Date(other));
  }

  /** True when the instants are in one year of `timeZone`. */
  isSameYear(instants: readonly (string | Date)[], timeZone: string): boolean {
    const format = this.#format('year', timeZone);
    return new Set(instants.map((instant) => format.format(new Date(instant)))).size < 2;
  }

  /** "a, b and c" in the language. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.#region).format(items.map(isolated));
  }

  #write(style: keyof typeof styles, timeZone: string, from: Date, to?: Date): string {
    return writtenDate(this.#format(style, timeZone), this.language, from, to);
  }

  /** Formats are dear to make and a list asks for hundreds. */
  #format(style: keyof typeof styles, timeZone: string): Intl.DateTimeFormat {
    const key = `${style} ${timeZone}`;
    const known = this.#formats.get(key);
    const format = known ?? new Intl.DateTimeFormat(this.#region, { ...styles[style], timeZone });
    if (!known) this.#formats.set(key, format);
    return format;
  }
}
