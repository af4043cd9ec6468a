import { hoursThere } from '../core/hours-there.js';
import type { Locale } from '../core/locale.js';
import type { Seance } from '../seance/seance.js';
import { instantAt } from '../time/wall-time.js';
import type { EnrolmentRefusal } from './enrolment.js';

type Windowed = Pick<Seance, 'enrolmentOpens' | 'enrolmentCloses' | 'timeZone'>;

/** Why the reader cannot enrol now: the séance may have been read before its enrolment opened, or closed. */
export function refusalNow(
  seance: Windowed & Pick<Seance, 'enrolmentRefusal'>,
  now = Date.now(),
): EnrolmentRefusal | null {
  const { enrolmentRefusal: refusal, enrolmentOpens, enrolmentCloses, timeZone } = seance;
  if (refusal !== 'enrolment-not-open' && refusal !== null) return refusal;
  if (hasCome(enrolmentCloses, timeZone, now)) return 'enrolment-closed';
  return hasCome(enrolmentOpens, timeZone, now) ? null : refusal;
}

/** Why the reader cannot leave now, likewise. */
export function leaveRefusalNow(
  { leaveRefusal, enrolmentCloses, timeZone }: Windowed & Pick<Seance, 'leaveRefusal'>,
  now = Date.now(),
): EnrolmentRefusal | null {
  return leaveRefusal ?? (hasCome(enrolmentCloses, timeZone, now) ? 'enrolment-closed' : null);
}

function hasCome(time: string | null, timeZone: string, now: number): boolean {
  return time !== null && instantAt(time, timeZone).getTime() <= now;
}

/** Why the reader cannot enrol: a sentence, or the few words that a row has room for. */
export function refusalText(
  refusal: Exclude<EnrolmentRefusal, 'not-a-learner' | 'group-limit'>,
  seance: Windowed,
  locale: Locale,
  ownZone: string,
  isShort = false,
): string {
  const { enrolmentOpens: opens } = seance;
  const date = opens === null ? '' : momentText(opens, seance, locale, ownZone, isShort);
  return locale.text(`enrolling.${refusal}${isShort ? '.short' : ''}`, { date });
}

/** A wall time of the séance's own zone by the reader's clocks, and after them by its own where they differ. */
export function momentText(
  time: string,
  { timeZone }: Pick<Seance, 'timeZone'>,
  locale: Locale,
  ownZone: string,
  isShort = false,
): string {
  const startsAt = instantAt(time, timeZone).toISOString();
  const hasYear = !locale.isSameYear([startsAt, new Date()], ownZone);
  const said = isShort
    ? `${locale.briefDay(startsAt, ownZone, hasYear)} ${locale.time(startsAt, ownZone)}`
    : locale.longDate(startsAt, ownZone);
  return [said, hoursThere({ startsAt, timeZone }, locale, ownZone)].filter(Boolean).join(' ');
}
