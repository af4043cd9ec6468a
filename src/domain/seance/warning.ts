import type { ClosedDays } from '../closed-day/closed-days.js';
import {
  type ClockChange,
  clockChangeOf,
  hourChangeOf,
  type Instant,
  lastDateOf,
  type Schedule,
} from '../time/schedule.js';
import { dateOf, type WallTime } from '../time/wall-time.js';
import type { Occupation } from './clashes.js';

export const warningCodes = [
  'trainer-busy',
  'location-busy',
  'location-deleted',
  'closed-day',
  'same-series',
  'outside-session',
  'past',
  'clock-change',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export const warningFields = ['start', 'end', 'trainerIds', 'locationId'] as const;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Something that a date, a place or a trainer would run into. It bars nothing by itself. A JSON value. */
export interface Warning {
  readonly code: WarningCode;
  /** What somebody would change to be rid of it. */
  readonly field: (typeof warningFields)[number];
  /** The start that was planned. */
  readonly start: WallTime;
  /** The séance that is in the way; null for none, and for one of another space, whose names are not shown. */
  readonly seance: Named | null;
  /** The trainer or the place that is taken, or the place that is gone. */
  readonly resource?: Named;
  /** Name of the closed day. */
  readonly name?: string;
  /** What the clock change does. */
  readonly clockChange?: ClockChange;
}

/** What decides whether a date needs a warning. */
export interface DateBounds {
  readonly closed: readonly ClosedDays[];
  /** The session's period, both days inclusive; null when it is open-ended. */
  readonly session: { readonly startsOn: string | null; readonly endsOn: string | null };
  readonly now: Instant;
}

/** What a date runs into by itself: closed days, the session's period, the present, a clock change. */
export function dateWarnings(when: Schedule, { closed, session, now }: DateBounds): readonly Warning[] {
  const { start } = when;
  const [first, last] = [dateOf(start), lastDateOf(when)];
  const about = { start, seance: null };
  const warnings: Warning[] = closed
    .filter(({ startsOn, endsOn }) => startsOn <= last && first <= endsOn)
    .map(({ name }) => ({ code: 'closed-day', field: 'start', ...about, name }));
  const change = changeOfClocks(when);
  if (change) warnings.push({ code: 'clock-change', ...about, ...change });
  const startsOutside = isOutside(first, session);
  if (startsOutside || isOutside(last, session))
    warnings.push({ code: 'outside-session', field: startsOutside ? 'start' : 'end', ...about });
  if (when.startsAt < now) warnings.push({ code: 'past', field: 'start', ...about });
  return warnings;
}

/** @param there séances of the same series at an overlapping time. */
export function sameSeriesWarnings(
  { start }: Pick<Schedule, 'start'>,
  there: readonly Named[],
): readonly Warning[] {
  return there.map(({ id, name }) => ({ code: 'same-series', field: 'start', start, seance: { id, name } }));
}

/** @param clash a time at which the trainer or the place `resource` is taken. */
export function clashWarning(
  { start }: Pick<Schedule, 'start'>,
  { kind, seance }: Pick<Occupation, 'kind' | 'seance'>,
  resource: Named,
): Warning & { readonly code: 'trainer-busy' | 'location-busy' } {
  return kind === 'trainer'
    ? { code: 'trainer-busy', field: 'trainerIds', start, seance, resource }
    : { code: 'location-busy', field: 'locationId', start, seance, resource };
}

/** @param place the séance's own, which is proposed no longer. */
export function deletedPlaceWarning({ start }: Pick<Schedule, 'start'>, place: Named): Warning {
  const resource = { id: place.id, name: place.name };
  return { code: 'location-deleted', field: 'locationId', start, seance: null, resource };
}

function isOutside(date: string, { startsOn, endsOn }: DateBounds['session']): boolean {
  return (startsOn !== null && date < startsOn) || (endsOn !== null && date > endsOn);
}

/** Of the start first: whoever moves it moves the end along. */
function changeOfClocks(when: Schedule): Required<Pick<Warning, 'field' | 'clockChange'>> | null {
  const ofStart = hourChangeOf(when.start, when.timeZone);
  if (ofStart) return { field: 'start', clockChange: ofStart };
  const ofEnd = hourChangeOf(when.end, when.timeZone) ?? clockChangeOf(when);
  return ofEnd && { field: 'end', clockChange: ofEnd };
}
