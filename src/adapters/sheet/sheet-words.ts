import type { Sheet, SheetMark, SheetSlot } from '../../domain/attendance/sheet.js';
import { type Instant, wallTimeIn } from '../../domain/time/schedule.js';
import type { TimeZone } from '../../domain/time/time-zone.js';
import { dateOf, type WallTime } from '../../domain/time/wall-time.js';
import { filled } from '../../locales/filled.js';
import { fallback, knownLanguage, serverTexts, type SheetText } from '../../locales/languages.js';
import { dateRegion, writtenDate } from '../../locales/written-date.js';

type Values = Readonly<Record<string, string | number>>;

/** What a sheet says, in one language and by the clocks of its reader. */
export class SheetWords {
  /** Of the texts: a BCP 47 tag. */
  readonly language: string;
  /** Whose habits dates and numbers follow. */
  private readonly region: string;
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  constructor(
    tag: string,
    private readonly timeZone: TimeZone,
  ) {
    this.language = knownLanguage(tag) ?? fallback;
    this.region = dateRegion(knownLanguage(tag) ? tag : fallback);
  }

  say(key: SheetText, values: Values = {}): string {
    return filled(this.language, serverTexts(this.language).sheets[key], values);
  }

  mark({ mark, minutes }: SheetMark): string {
    return this.say(`mark.${mark}`, { minutes: minutes ?? 0 });
  }

  /** An instant to the minute. */
  at(instant: Instant): string {
    const wallTime = wallTimeIn(this.timeZone, instant);
    return this.say('at', { date: this.date(wallTime, { dateStyle: 'short' }), time: timeOf(wallTime) });
  }

  /** When somebody drew a signature: the hour alone, where it was on the day of the half-day. */
  signed(instant: Instant, { start }: Pick<SheetSlot, 'start'>): string {
    const wallTime = wallTimeIn(this.timeZone, instant);
    if (dateOf(wallTime) === dateOf(start)) return this.say('signed.sameDay', { time: timeOf(wallTime) });
    return this.say('signed', { at: this.at(instant) });
  }

  /** The first and the last day of a sheet. */
  days({ slots }: Pick<Sheet, 'slots'>): string {
    const days = slots.map(({ start }) => start).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return '';
    const isOneDay = dateOf(first) === dateOf(last);
    const style = isOneDay ? ({ dateStyle: 'full' } as const) : ({ dateStyle: 'long' } as const);
    return this.date(first, style, isOneDay ? undefined : last);
  }

  /** The day of a half-day, in few letters. */
  day({ start }: Pick<SheetSlot, 'start'>): string {
    return this.date(start, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  }

  /** With the zone, where it is not the one of the reader. */
  hours({ start, end, timeZone }: Pick<SheetSlot, 'start' | 'end' | 'timeZone'>): string {
    const hours = `${timeOf(start)}–${timeOf(end)}`;
    return timeZone === this.timeZone ? hours : `${hours} (${timeZone})`;
  }

  duration(minutes: number): string {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const parts = [
      ...(hours > 0 ? [this.count(hours, 'hour')] : []),
      ...(rest > 0 ? [this.count(rest, 'minute')] : []),
    ];
    return parts.join(' ') || this.count(0, 'minute');
  }

  /** Where a half-day is; empty where nobody said so. */
  place({ place, isOnline }: Pick<SheetSlot, 'place' | 'isOnline'>): string {
    return [place, isOnline ? this.say('remote') : ''].filter((part) => part !== '').join(' · ');
  }

  private count(count: number, unit: 'hour' | 'minute'): string {
    return new Intl.NumberFormat(this.region, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  }

  private date(from: WallTime, style: Intl.DateTimeFormatOptions, to?: WallTime): string {
    const key = JSON.stringify(style);
    const format =
      this.formats.get(key) ?? new Intl.DateTimeFormat(this.region, { ...style, timeZone: 'UTC' });
    this.formats.set(key, format);
    const dateOn = (wallTime: WallTime) => new Date(`${wallTime}Z`);
    return writtenDate(format, this.language, dateOn(from), to && dateOn(to));
  }
}

function timeOf(wallTime: WallTime): string {
  return wallTime.slice(11);
}
