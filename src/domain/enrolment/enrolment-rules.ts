import type { Settings } from '../settings/settings.js';
import { type Instant, shiftInstant } from '../time/schedule.js';
import { hasBegun, type Places } from './places.js';

export const enrolmentBars = [
  'seance-cancelled',
  'enrolment-disabled',
  'enrolment-automatic',
  'not-public',
  'seance-started',
  'enrolment-not-open',
  'enrolment-closed',
] as const;
/** Why nobody, or no learner, may take or give up a place. Codes of refusals. */
export type EnrolmentBar = (typeof enrolmentBars)[number];

/**
 * Whose doing it is. The `queue` does what a learner asked for when they joined it: it gives them a place, and leaves
 * for it the one that they named. `acceptance` is of staff who do that for the queue: they have not named the place that
 * is left, and correct no list with it.
 */
export type PlaceChanger = 'learner' | 'staff' | 'acceptance' | 'queue';

type What = Pick<Places, 'enrolmentMode' | 'startsAt' | 'opensAt' | 'closesAt' | 'isCancelled'>;
type EnrolmentSettings = Pick<Settings, 'enrolmentEnabled' | 'closingDelayMinutes'>;

/**
 * What keeps somebody from taking a place in a séance, or from leaving it, at `now`; undefined when nothing does. The
 * one answer to that question: it is asked whichever way a place changes hands, and again when something that was
 * wished earlier is done.
 */
export function barTo(
  act: 'take' | 'leave',
  by: PlaceChanger,
  what: What,
  settings: EnrolmentSettings,
  now: Instant,
): EnrolmentBar | undefined {
  const { enrolmentMode, opensAt } = what;
  // Who has a place keeps it: it is theirs again when the séance takes place after all.
  if (what.isCancelled) return 'seance-cancelled';
  // The switch keeps nobody in.
  if (act === 'take' && !settings.enrolmentEnabled) return 'enrolment-disabled';
  if (enrolmentMode === 'automatic') return 'enrolment-automatic';
  // Staff correct the list of what has begun: who came, and who did not.
  if (by === 'staff') return undefined;
  if (hasBegun(what, now)) return 'seance-started';
  // Mode and window bind learners alone. Who was in the queue in time may still move up.
  if (by === 'acceptance' || (by === 'queue' && act === 'take')) return undefined;
  if (enrolmentMode !== 'public') return 'not-public';
  if (now >= closingTime(what, settings)) return 'enrolment-closed';
  return act === 'take' && opensAt !== null && now < opensAt ? 'enrolment-not-open' : undefined;
}

/** When what bars a learner ends, or began; undefined where that says nothing more. */
export function momentOf(
  bar: EnrolmentBar,
  what: Pick<What, 'startsAt' | 'opensAt' | 'closesAt'>,
  settings: EnrolmentSettings,
): Instant | undefined {
  if (bar === 'enrolment-closed') return closingTime(what, settings);
  return bar === 'enrolment-not-open' ? (what.opensAt ?? undefined) : undefined;
}

/** From when on learners may neither take nor leave a place: as the séance says, else as the platform does. */
function closingTime(
  { startsAt, closesAt }: Pick<What, 'startsAt' | 'closesAt'>,
  { closingDelayMinutes }: Pick<EnrolmentSettings, 'closingDelayMinutes'>,
): Instant {
  return closesAt ?? shiftInstant(startsAt, -60 * closingDelayMinutes);
}
