import type { Settings } from '../settings/settings.js';
import { type Instant, shiftInstant } from '../time/schedule.js';
import { hasBegun, type Places } from './places.js';

/** Why nobody, or no learner, may take or give up a place. Codes of refusals. */
export type EnrolmentBar =
  'enrolment-disabled' | 'enrolment-automatic' | 'not-public' | 'seance-started' | 'enrolment-closed';

/**
 * Whose doing it is. The `queue` does what a learner asked for when they joined it: it gives them a place, and leaves
 * for it the one that they named. `acceptance` is of staff who do that for the queue: they have not named the place that
 * is left, and correct no list with it.
 */
export type PlaceChanger = 'learner' | 'staff' | 'acceptance' | 'queue';

type What = Pick<Places, 'enrolmentMode' | 'startsAt'>;
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
  { enrolmentEnabled, closingDelayMinutes }: EnrolmentSettings,
  now: Instant,
): EnrolmentBar | undefined {
  const { enrolmentMode, startsAt } = what;
  // The switch keeps nobody in.
  if (act === 'take' && !enrolmentEnabled) return 'enrolment-disabled';
  if (enrolmentMode === 'automatic') return 'enrolment-automatic';
  // Staff correct the list of what has begun: who came, and who did not.
  if (by === 'staff') return undefined;
  if (hasBegun(what, now)) return 'seance-started';
  // Mode and closing delay bind learners alone. Who was in the queue in time may still move up.
  if (by === 'acceptance' || (by === 'queue' && act === 'take')) return undefined;
  if (enrolmentMode !== 'public') return 'not-public';
  return now >= shiftInstant(startsAt, -60 * closingDelayMinutes) ? 'enrolment-closed' : undefined;
}
