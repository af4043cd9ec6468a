import type { Settings } from '../settings.js';
import { type Instant, shiftInstant } from '../time/schedule.js';
import type { Places } from './places.js';

/** Why nobody, or no learner, may take or give up a place. Codes of refusals. */
export type EnrolmentBar =
  'enrolment-disabled' | 'enrolment-automatic' | 'not-public' | 'seance-started' | 'enrolment-closed';

type What = Pick<Places, 'enrolmentMode' | 'startsAt'>;
type EnrolmentSettings = Pick<Settings, 'enrolmentEnabled' | 'closingDelayMinutes'>;

/** What keeps staff from enrolling somebody; undefined when nothing does. */
export function barToEnrolling(
  { enrolmentMode, startsAt }: What,
  { enrolmentEnabled }: EnrolmentSettings,
  now: Instant,
): EnrolmentBar | undefined {
  if (!enrolmentEnabled) return 'enrolment-disabled';
  if (enrolmentMode === 'automatic') return 'enrolment-automatic';
  return now >= startsAt ? 'seance-started' : undefined;
}

/** What keeps staff from taking somebody out: as {@link barToEnrolling}, but for the switch, which keeps nobody in. */
export function barToRemoving(what: What, now: Instant): EnrolmentBar | undefined {
  return barToEnrolling(what, { enrolmentEnabled: true, closingDelayMinutes: 0 }, now);
}

/** What keeps a learner from enrolling themselves. The closing delay is theirs alone: staff may until the start. */
export function barToSelfEnrolment(
  what: What,
  settings: EnrolmentSettings,
  now: Instant,
): EnrolmentBar | undefined {
  const bar = barToEnrolling(what, settings, now);
  if (bar) return bar;
  if (what.enrolmentMode !== 'public') return 'not-public';
  return isClosed(what, settings, now) ? 'enrolment-closed' : undefined;
}

/** What keeps a learner from leaving. */
export function barToLeaving(
  what: What,
  settings: EnrolmentSettings,
  now: Instant,
): EnrolmentBar | undefined {
  return barToSelfEnrolment(what, { ...settings, enrolmentEnabled: true }, now);
}

function isClosed({ startsAt }: What, { closingDelayMinutes }: EnrolmentSettings, now: Instant): boolean {
  return now >= shiftInstant(startsAt, -60 * closingDelayMinutes);
}
