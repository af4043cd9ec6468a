import type { Settings } from '../settings/settings.js';
import { type Instant, shiftInstant } from '../time/schedule.js';
import type { Places } from './places.js';

/** Why nobody, or no learner, may take or give up a place. Codes of refusals. */
export type EnrolmentBar =
  'enrolment-disabled' | 'enrolment-automatic' | 'not-public' | 'seance-started' | 'enrolment-closed';

/**
 * Whose doing it is. The `queue` does what a learner asked for when they joined it: it gives them a place, and leaves
 * for it the one that they named.
 */
export type PlaceChanger = 'learner' | 'staff' | 'queue';

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
  { enrolmentMode, startsAt }: What,
  { enrolmentEnabled, closingDelayMinutes }: EnrolmentSettings,
  now: Instant,
): EnrolmentBar | undefined {
  // The switch keeps nobody in.
  if (act === 'take' && !enrolmentEnabled) return 'enrolment-disabled';
  if (enrolmentMode === 'automatic') return 'enrolment-automatic';
  if (now >= startsAt) return 'seance-started';
  // Mode and closing delay bind learners alone. Who was in the queue in time may still move up.
  if (by === 'staff' || (by === 'queue' && act === 'take')) return undefined;
  if (enrolmentMode !== 'public') return 'not-public';
  return now >= shiftInstant(startsAt, -60 * closingDelayMinutes) ? 'enrolment-closed' : undefined;
}
