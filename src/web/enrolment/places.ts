import type { Seance } from '../seance/seance.js';
import type { Locale } from '../core/locale.js';

type Counted = Pick<Seance, 'enrolmentMode' | 'capacity' | 'enrolledCount' | 'waitingCount'>;

/** Whether a newcomer waits. An automatic séance is never full: its capacity does not limit. */
export function isFull({ enrolmentMode, capacity, enrolledCount, waitingCount }: Counted): boolean {
  if (enrolmentMode === 'automatic' || capacity === null) return false;
  return enrolledCount >= capacity || waitingCount > 0;
}

/** Whether staff can give somebody a place, whoever waits. */
export function hasFreePlace({ enrolmentMode, capacity, enrolledCount }: Counted): boolean {
  return enrolmentMode === 'automatic' || capacity === null || enrolledCount < capacity;
}

/** How many of so many newcomers would wait; none once the séance has started, when nobody waits any more. */
export function wouldWait(seance: Counted & Pick<Seance, 'state'>, newcomers: number): number {
  if (seance.enrolmentMode === 'automatic' || seance.capacity === null || hasStarted(seance)) return 0;
  const free = isFull(seance) ? 0 : seance.capacity - seance.enrolledCount;
  return Math.max(0, newcomers - free);
}

/** Whether staff can change who is in it by hand: nobody enters or leaves an automatic séance, nor a cancelled one. */
export function canBeChanged({
  enrolmentMode,
  cancelled,
}: Pick<Seance, 'enrolmentMode' | 'cancelled'>): boolean {
  return enrolmentMode !== 'automatic' && cancelled === null;
}

/** Whether whoever changes its list corrects it. */
export function hasStarted({ state }: Pick<Seance, 'state'>): boolean {
  return state !== 'upcoming';
}

/** "3 places libres", "Complet", "2 en attente": what is left, in words; empty where nothing limits and nobody waits. */
export function placesLeft(seance: Counted, locale: Locale): string {
  const { enrolmentMode, capacity, enrolledCount, waitingCount } = seance;
  if (enrolmentMode === 'automatic') return '';
  const left = capacity === null ? '' : locale.text('places.left', { count: capacity - enrolledCount });
  const waiting = waitingCount > 0 ? locale.text('places.waiting', { count: waitingCount }) : '';
  return [left, waiting].filter(Boolean).join(', ');
}
