import type { Instant, Schedule } from '../time/schedule.js';

/** A time at which a trainer or a place is taken. */
export interface Occupation {
  readonly kind: 'trainer' | 'location';
  /** Id of the trainer or of the place. */
  readonly resourceId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The séance that takes it; null when it is in a space whose names must not be shown. */
  readonly seance: { readonly id: string; readonly name: string } | null;
}

type Period = Pick<Schedule, 'startsAt' | 'endsAt'>;

/** For each of `schedules`, the occupations that overlap it. Touching ends do not overlap. */
export function clashesOf(
  schedules: readonly Period[],
  occupations: readonly Occupation[],
): readonly (readonly Occupation[])[] {
  const coming = [...occupations].sort(byStart);
  const order = schedules.map(({ startsAt, endsAt }, index) => ({ startsAt, endsAt, index })).sort(byStart);
  const clashes: (readonly Occupation[])[] = [];
  let open: readonly Occupation[] = [];
  let next = 0;
  for (const { startsAt, endsAt, index } of order) {
    const upTo = firstAtOrAfter(coming, endsAt, next);
    // What has ended before this start has ended for every later one too.
    open = [...open, ...coming.slice(next, upTo)].filter((one) => one.endsAt > startsAt);
    next = upTo;
    clashes[index] = open.filter((one) => one.startsAt < endsAt);
  }
  return clashes;
}

function byStart(one: Period, other: Period): number {
  return one.startsAt < other.startsAt ? -1 : 1;
}

function firstAtOrAfter(coming: readonly Occupation[], end: Instant, from: number): number {
  let index = from;
  for (let one = coming[index]; one && one.startsAt < end; one = coming[index]) index += 1;
  return index;
}
