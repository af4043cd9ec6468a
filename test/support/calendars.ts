import ICAL from 'ical.js';

/** An entry of a calendar as an independent parser reads it. Instants are `YYYY-MM-DDTHH:mm:ssZ`. */
export interface ParsedEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string | null;
  readonly status: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly lastModified: string;
  /** What is written: the wall time, and the zone that it is in; `Z` for a time in UTC. */
  readonly start: string;
  readonly end: string;
  readonly startZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface ParsedCalendar {
  readonly name: string;
  readonly zones: readonly string[];
  readonly events: readonly ParsedEvent[];
}

/** Reads a calendar with ical.js and nothing but the zones that it brings along. */
export function parseCalendar(text: string | Uint8Array): ParsedCalendar {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(text).toString()) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((component) => new ICAL.Timezone(component));
  for (const zone of zones) ICAL.TimezoneService.register(zone, zone.tzid);
  return {
    name: String(calendar.getFirstPropertyValue('x-wr-calname')),
    zones: zones.map(({ tzid }) => tzid),
    events: calendar.getAllSubcomponents('vevent').map(parseEvent),
  };
}

function parseEvent(component: ICAL.Component): ParsedEvent {
  const event = new ICAL.Event(component);
  const time = (name: string) => component.getFirstPropertyValue(name) as ICAL.Time;
  const text = (name: string) => component.getFirstPropertyValue(name) as string | null;
  return {
    uid: event.uid,
    summary: event.summary,
    description: text('description'),
    location: text('location'),
    url: text('url'),
    status: text('status') ?? '',
    sequence: event.sequence,
    stamp: instantOf(time('dtstamp')),
    lastModified: instantOf(time('last-modified')),
    start: time('dtstart').toString(),
    end: time('dtend').toString(),
    startZone: event.startDate.zone.tzid,
    startsAt: instantOf(event.startDate),
    endsAt: instantOf(event.endDate),
  };
}

function instantOf(time: ICAL.Time): string {
  return `${time.convertToZone(ICAL.Timezone.utcTimezone).toString().replace('Z', '')}Z`;
}
