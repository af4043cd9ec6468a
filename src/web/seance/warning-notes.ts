import type { Locale } from '../core/locale.js';
import type { Clash } from '../series/series.js';
import type { TrainingSession } from '../space/space.js';
import type { Span } from '../time/span.js';
import type { Warnings } from '../wire.gen.js';
import { lengthInWords } from './seance-time.js';

/** Something that a date, a place or a trainer would run into. It bars nothing. */
export type Warning = Warnings['warnings'][number];

/** What the warnings are about, as far as it is known where they are shown. */
export interface Planned extends Span {
  readonly timeZone: string;
  /** Its instants; a form does not know them. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** When trainers and places are taken, where that was asked. */
  readonly conflicts?: readonly Clash[];
}

type Session = Pick<TrainingSession, 'startsOn' | 'endsOn'>;

/** What a warning says, a sentence: the same one wherever dates, places and trainers are chosen. */
export function warningNote(warning: Warning, planned: Planned, session: Session, locale: Locale): string {
  const { code } = warning;
  switch (code) {
    case 'trainer-busy':
    case 'location-busy':
      return locale.text(`warning.${code}`, {
        resource: warning.resource?.name ?? '',
        taken: takenBy(warning, planned, locale),
      });
    case 'location-deleted':
      return locale.text('warning.location-deleted', { resource: warning.resource?.name ?? '' });
    case 'closed-day':
      return locale.text('warning.closed-day', { name: warning.name ?? '' });
    case 'same-series':
      return locale.text('warning.same-series', { name: warning.seance?.name ?? '' });
    case 'outside-session':
      return locale.text('warning.outside-session', { period: periodOf(session, locale) });
    case 'past':
      return locale.text('warning.past');
    case 'clock-change':
      return clockNote(warning, planned, locale);
  }
}

/** By which séance a trainer or a place is taken, and when if that is known. */
function takenBy({ code, resource, seance }: Warning, planned: Planned, locale: Locale): string {
  const said = seance
    ? locale.text('warning.seance', { name: seance.name })
    : locale.text('warning.otherSpace');
  const clash = planned.conflicts?.find(
    (one) => `${one.kind}-busy` === code && one.resource.id === resource?.id && one.seance?.id === seance?.id,
  );
  if (!clash) return said;
  const hours = locale.hours(clash.startsAt, clash.endsAt, planned.timeZone);
  return locale.text('warning.taken', { seance: said, hours });
}

/**
 * The start is skipped and moves forward, or exists twice and is the first; or the time that really passes is longer or
 * shorter than the clock says.
 */
function clockNote({ clockChange = 'skipped', field }: Warning, planned: Planned, locale: Locale): string {
  const { start, end, startsAt, endsAt, timeZone } = planned;
  const isKnown = startsAt !== undefined && endsAt !== undefined;
  if (clockChange === 'skipped' || clockChange === 'doubled') {
    const time = locale.time(`${field === 'end' ? end : start}Z`, 'UTC');
    const note = locale.text(`warning.${clockChange}`, { planned: time });
    if (clockChange === 'doubled' || !isKnown) return note;
    return `${note} ${locale.text('warning.hours', { hours: locale.hours(startsAt, endsAt, timeZone) })}`;
  }
  if (!isKnown) return locale.text(`warning.${clockChange}`);
  return locale.text(`warning.${clockChange}By`, {
    planned: lengthInWords(`${start}Z`, `${end}Z`, locale),
    actual: lengthInWords(startsAt, endsAt, locale),
  });
}

function periodOf({ startsOn, endsOn }: Session, locale: Locale): string {
  return [startsOn, endsOn].map((day) => (day === null ? '…' : locale.day(day))).join(' – ');
}
