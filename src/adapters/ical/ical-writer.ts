import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import { type Instant, shownAt } from '../../domain/time/schedule.js';
import { isolated } from '../../locales/isolated.js';
import { type ServerTexts, serverTexts } from '../../locales/languages.js';
import type { CalendarEntry, CalendarWriter } from '../../ports/calendar-writer.js';
import { isFoundByClock, timeZoneBlock } from './time-zone-rules.js';

/** How often programs are asked to read a feed again. */
const refreshSeconds = 60 * 60;

type Texts = ServerTexts['calendars'];

/**
 * What one entry adds to a calendar: the rules of its zone, which others may share, and itself. In bytes, as it is sent:
 * to join texts and encode them anew was a third of what a feed of 1,000 entries takes.
 */
interface Part {
  readonly zone: string;
  readonly event: Buffer;
}

export class IcalWriter implements CalendarWriter {
  /** A class has one text for all who are in it, and for years: it is written once for each language. */
  private readonly parts = new WeakMap<CalendarEntry, Map<Texts, Part>>();

  write(locale: string, entries: readonly CalendarEntry[]): Uint8Array<ArrayBuffer> {
    const texts = serverTexts(locale).calendars;
    const parts = entries.map((entry) => this.partOf(entry, texts));
    const [head, tail] = cut(textOf(texts), 'END:VCALENDAR');
    const zones = new Set(parts.map(({ zone }) => zone));
    const before = Buffer.from([head, ...zones].join(''));
    return Buffer.concat([before, ...parts.map(({ event }) => event), Buffer.from(tail)]);
  }

  private partOf(entry: CalendarEntry, texts: Texts): Part {
    const known = this.parts.get(entry) ?? new Map<Texts, Part>();
    this.parts.set(entry, known);
    const part = known.get(texts) ?? partOf(entry, texts);
    known.set(texts, part);
    return part;
  }
}

/** Cut out of a calendar that has nothing else. */
function partOf(entry: CalendarEntry, texts: Texts): Part {
  const [before, rest] = cut(textOf(texts, entry), 'BEGIN:VEVENT');
  return { zone: cut(before, 'BEGIN:VTIMEZONE')[1], event: Buffer.from(cut(rest, 'END:VCALENDAR')[0]) };
}

/** Before and from the line that is `line`. A text cannot look like one: it follows the name of its property. */
function cut(text: string, line: string): readonly [string, string] {
  const at = text.indexOf(`\r\n${line}\r\n`);
  return at < 0 ? [text, ''] : [text.slice(0, at + 2), text.slice(at + 2)];
}

function textOf(texts: Texts, ...entries: readonly CalendarEntry[]): string {
  const calendar = ical({
    name: texts.calendar,
    prodId: '//Séances//Séances//FR',
    ttl: refreshSeconds,
    timezone: { name: null, generator: timeZoneBlock },
  });
  for (const entry of entries) addEvent(calendar, entry, texts);
  // RFC 5545 3.1: every line ends with CRLF, also the last.
  return `${calendar.toString()}\r\n`;
}

function addEvent(calendar: ICalCalendar, entry: CalendarEntry, texts: Texts): void {
  const { trainers } = entry;
  const names =
    trainers.length > 0 ? [texts.trainers.replace('{names}', () => trainers.map(isolated).join(', '))] : [];
  const description = [entry.description, ...names].filter((text) => text !== '').join('\n\n');
  calendar.createEvent({
    ...times(entry),
    id: `${entry.seanceId}@seances`,
    sequence: entry.sequence,
    // Without a METHOD, the stamp says when the entry was last changed (RFC 5545 3.8.7.2), not when it is written.
    stamp: utc(entry.changedAt),
    created: utc(entry.createdAt),
    lastModified: utc(entry.changedAt),
    summary: printable(entry.title),
    ...(description !== '' && { description: printable(description) }),
    ...(entry.place !== '' && { location: printable(entry.place) }),
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/**
 * What clocks show, with the zone, so that a program knows what was meant. It computes the instants from the rules that
 * are written beside: where it would come to others, the entry has the instants and no zone.
 */
function times({ startsAt, endsAt, timeZone }: CalendarEntry) {
  const [start, end] = [shownAt(startsAt, timeZone), shownAt(endsAt, timeZone)];
  if (isFoundByClock(start) && isFoundByClock(end)) return { start, end, timezone: timeZone };
  return { start: utc(startsAt), end: utc(endsAt) };
}

function utc(instant: Instant): Date {
  return new Date(instant);
}

/** Without the control characters that iCalendar has no way to write (RFC 5545 3.3.11). */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, ' ');
}
