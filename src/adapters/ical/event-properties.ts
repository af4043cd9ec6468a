import ICAL from 'ical.js';
import type { FileEvent } from './file-events.js';

/** A property as jCal has it (RFC 7265). */
export type JProperty = readonly [name: string, parameters: object, type: string, ...values: unknown[]];

/** A day as a property writes it, with the time of day if it has one. */
export interface Stamp {
  /** Days since 1970; in what the file takes as its own zone. */
  readonly day: number;
  /** `HH:mm:ss`, or null for a whole day. */
  readonly time: string | null;
  readonly isUtc: boolean;
}

const millisecondsPerDay = 86_400_000;
const midnight = '00:00:00';

/** Whose letters mean something; in all others small ones are as good. */
const texts = new Set(['summary', 'uid']);

/** A thousand dates. The library takes seconds for a line of a hundred thousand parameters. */
const longestLine = 10_000;

/** The properties of a name; undefined when one of them cannot be read. */
export function propertiesOf({ lines }: FileEvent, name: string): readonly JProperty[] | undefined {
  const written = lines.get(name) ?? [];
  if (texts.has(name)) return parsed(written.map((line) => line.slice(0, longestLine)));
  return written.every(({ length }) => length <= longestLine)
    ? parsed(written.map((line) => line.toUpperCase()))
    : undefined;
}

function parsed(lines: readonly string[]): readonly JProperty[] | undefined {
  try {
    return lines.map((line) => ICAL.parse.property(line) as JProperty);
  } catch {
    return undefined;
  }
}

/** What the first property of a name says, as text; empty when there is none. */
export function textOf(event: FileEvent, name: string): string {
  const value = propertiesOf(event, name)?.[0]?.[3];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The moments of all properties of a name; undefined when one of them cannot be read. */
export function stampsOf(event: FileEvent, name: string): readonly Stamp[] | undefined {
  const stamps = propertiesOf(event, name)?.flatMap(([, , , ...values]) => values.map(stampOf));
  return stamps?.every((stamp) => stamp !== undefined) ? stamps : undefined;
}

/** A value of jCal as a moment: `2026-12-24`, `2026-12-24T00:00:00` or with `Z`; a day that forgot to say that it is one. */
export function stampOf(value: unknown): Stamp | undefined {
  if (typeof value !== 'string') return undefined;
  const [, date, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:T(?:::|((?:[01]\d|2[0-3]):[0-5]\d:[0-6]\d)(Z?)))?$/.exec(value) ?? [];
  if (date === undefined) return undefined;
  const day = dayOf(date);
  if (Number.isNaN(day) || dateText(day) !== date) return undefined;
  return { day, time: time ?? null, isUtc: zone === 'Z' };
}

/** True for a whole day, and for a moment at midnight as it is written. */
export function isMidnight({ time }: Stamp): boolean {
  return time === null || time === midnight;
}

/** A midnight east of Greenwich is in the evening before when it is written in UTC. */
export function localDay({ day, time, isUtc }: Stamp): number {
  return isUtc && time !== null && /^(1[2-9]|2\d):(00|30|45):00$/.test(time) ? day + 1 : day;
}

/** Days since 1970 of a `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T${midnight}Z`) / millisecondsPerDay;
}

/** `YYYY-MM-DD` of a day. */
export function dateText(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
