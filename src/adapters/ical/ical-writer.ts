import ical, { escape, foldLines, ICalEventStatus } from 'ical-generator';
import { type Instant, shownAt } from '../../domain/time/schedule.js';
import { type ServerTexts, serverTexts } from '../../locales/languages.js';
import type { CalendarEntry, CalendarWriter } from '../../ports/calendar-writer.js';
import { dateLocaleOf, descriptionOf, joinLabel } from './entry-texts.js';
import { isFoundByClock, timeZoneBlock } from './time-zone-rules.js';

/** How often programs are asked to read a feed again. */
const refreshEvery = 'PT1H';

/** A calendar has at least one component (RFC 5545 3.6), also one that has no entries. */
const zoneOfNothing = 'Etc/UTC';

type Texts = ServerTexts['calendars'];

/**
 * What one entry adds to a calendar: the rules of its zone, which others may share, and itself. In bytes, as it is sent:
 * to join texts and encode them anew was a third of what a feed of 1,000 entries takes.
 */
interface Part {
  /** Null for an entry whose times are in UTC. */
  readonly zone: string | null;
  readonly event: Buffer;
}

export class IcalWriter implements CalendarWriter {
  /** A class has one text for all who are in it, and for years: it is written once for each locale. */
  private readonly parts = new WeakMap<CalendarEntry, Map<string, Part>>();
  private readonly zones = new Map<string, Buffer>();

  write(locale: string, entries: readonly CalendarEntry[], method?: 'PUBLISH'): Uint8Array<ArrayBuffer> {
    const texts = serverTexts(locale).calendars;
    const dateLocale = dateLocaleOf(locale);
    const parts = entries.map((entry) => this.partOf(entry, texts, dateLocale));
    const zones = new Set(parts.flatMap(({ zone }) => zone ?? []));
    if (parts.length === 0) zones.add(zoneOfNothing);
    return Buffer.concat([
      contentLines('BEGIN:VCALENDAR', ...calendarProperties(texts, method)),
      ...[...zones].map((zone) => this.zoneOf(zone)),
      ...parts.map(({ event }) => event),
      contentLines('END:VCALENDAR'),
    ]);
  }

  private partOf(entry: CalendarEntry, texts: Texts, locale: string): Part {
    const known = this.parts.get(entry) ?? new Map<string, Part>();
    this.parts.set(entry, known);
    const part = known.get(locale) ?? partOf(entry, texts, locale);
    known.set(locale, part);
    return part;
  }

  private zoneOf(timeZone: string): Buffer {
    const block =
      this.zones.get(timeZone) ?? contentLines(...(timeZoneBlock(timeZone)?.trim().split(/\r?\n/) ?? []));
    this.zones.set(timeZone, block);
    return block;
  }
}

/** Each once, and before the first component (RFC 5545 3.6, RFC 7986 5). */
function calendarProperties(texts: Texts, method: 'PUBLISH' | undefined): readonly string[] {
  return [
    'VERSION:2.0',
    'PRODID:-//Séances//Séances//FR',
    ...(method === undefined ? [] : [`METHOD:${method}`]),
    `NAME:${escape(texts.calendar, false)}`,
    `X-WR-CALNAME:${escape(texts.calendar, false)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refreshEvery}`,
    `X-PUBLISHED-TTL:${refreshEvery}`,
  ];
}

/** RFC 5545 3.1: every line is folded, and ends with CRLF, also the last. */
function contentLines(...lines: readonly string[]): Buffer {
  return Buffer.from(foldLines(lines.map((line) => `${line}\r\n`).join('')));
}

function partOf(entry: CalendarEntry, texts: Texts, locale: string): Part {
  const { timeZone = null, ...times } = timesOf(entry);
  const description = descriptionOf(entry, texts, locale);
  const address = entry.url ?? entry.onlineUrl;
  const event = ical().createEvent({
    ...times,
    ...(timeZone !== null && { timezone: timeZone }),
    id: `${entry.seanceId}@seances`,
    sequence: entry.sequence,
    // Without a METHOD, the stamp says when the entry was last changed (RFC 5545 3.8.7.2), not when it is written.
    stamp: utc(entry.changedAt),
    created: utc(entry.createdAt),
    lastModified: utc(entry.changedAt),
    summary: printable(entry.title),
    ...(description !== '' && { description: printable(description) }),
    ...(entry.place !== '' && { location: printable(entry.place) }),
    ...(address !== null && { url: unescapable(address) }),
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return { zone: timeZone, event: Buffer.from(foldLines(withConference(event.toString(), entry, texts))) };
}

/** The library knows nothing of online classes (RFC 7986 5.11). */
function withConference(event: string, { onlineUrl }: CalendarEntry, texts: Texts): string {
  if (onlineUrl === null) return event;
  const line = `CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="${joinLabel(texts)}":${unescapable(onlineUrl)}`;
  return event.replace(/END:VEVENT\s*$/, (end) => `${line}\r\n${end}`);
}

/**
 * What clocks show, with the zone, so that a program knows what was meant. It computes the instants from the rules that
 * are written beside: where it would come to others, the entry has the instants and no zone.
 */
function timesOf({ startsAt, endsAt, timeZone }: CalendarEntry) {
  const [start, end] = [shownAt(startsAt, timeZone), shownAt(endsAt, timeZone)];
  if (isFoundByClock(start) && isFoundByClock(end)) return { start, end, timeZone };
  return { start: utc(startsAt), end: utc(endsAt) };
}

function utc(instant: Instant): Date {
  return new Date(instant);
}

/** Without the control characters that iCalendar has no way to write (RFC 5545 3.3.11). */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, ' ');
}

/** The library escapes addresses as if they were texts, and a URI has no escapes but its own (RFC 5545 3.3.13). */
function unescapable(url: string): string {
  return url.replaceAll(',', '%2C').replaceAll(';', '%3B');
}
