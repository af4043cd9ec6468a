import type { TrainingSession } from '../space/space.js';
import type { Locale } from '../core/locale.js';
import type { FormValues } from './form-values.js';
import type { Day } from '../time/days.js';
import { lastDayOf } from '../time/span.js';
import { wallTimeAt } from '../time/wall-time.js';

/** What is unusual about a time, and allowed all the same. */
export interface TimeWarnings {
  readonly start: string | undefined;
  readonly end: string | undefined;
}

export function timeWarnings(
  values: FormValues,
  session: TrainingSession,
  now: Date,
  locale: Locale,
): TimeWarnings {
  const { start, end } = values;
  const isPast = end !== '' && end <= wallTimeAt(now, values.timeZone);
  const outside = locale.text('form.outsideSession', { period: periodOf(session, locale) });
  return {
    start: isOutside(start.slice(0, 10), session) ? outside : undefined,
    end: isOutside(lastDayOf(values), session) ? outside : isPast ? locale.text('form.inThePast') : undefined,
  };
}

function isOutside(day: Day, { startsOn, endsOn }: TrainingSession): boolean {
  if (day === '') return false;
  return (startsOn !== null && day < startsOn) || (endsOn !== null && day > endsOn);
}

function periodOf({ startsOn, endsOn }: TrainingSession, locale: Locale): string {
  return [startsOn, endsOn].map((day) => (day === null ? '…' : locale.day(day))).join(' – ');
}
