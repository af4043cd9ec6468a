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
  const { enrolmentRefusal: refusal, enrolmentOpens, enrolmentCloses } = seance;
  const hasCome = (time: string | null) => time !== null && instantAt(time, seance.timeZone).getTime() <= now;
  if (refusal !== 'enrolment-not-open' && refusal !== null) return refusal;
  if (hasCome(enrolmentCloses)) return 'enrolment-closed';
  return hasCome(enrolmentOpens) ? null : refusal;
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
