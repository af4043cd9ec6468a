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

/** For each of `schedules`, the occupations that overlap it. Touching ends do not overlap. */
export function clashesOf(
  schedules: readonly Pick<Schedule, 'startsAt' | 'endsAt'>[],
  occupations: readonly Occupation[],
): readonly (readonly Occupation[])[] {
  const byStart = [...occupations].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const order = schedules.map((_, index) => index).sort((one, other) => compareStarts(schedules, one, other));
  const clashes: (readonly Occupation[])[] = schedules.map(() => []);
  let open: readonly Occupation[] = [];
  let next = 0;
  for (const index of order) {
    const { startsAt, endsAt } = schedules[index] as Pick<Schedule, 'startsAt' | 'endsAt'>;
    // What has ended before this start has ended for every later one too.
    open = open.filter((one) => one.endsAt > startsAt);
    const upTo = firstAtOrAfter(byStart, endsAt, next);
    open = [...open, ...byStart.slice(next, upTo).filter((one) => one.endsAt > startsAt)];
    next = upTo;
    clashes[index] = open.filter((one) => one.startsAt < endsAt);
  }
  return clashes;
}

function compareStarts(schedules: readonly Pick<Schedule, 'startsAt'>[], one: number, other: number): number {
  return (schedules[one]?.startsAt ?? '') < (schedules[other]?.startsAt ?? '') ? -1 : 1;
}

function firstAtOrAfter(byStart: readonly Occupation[], end: Instant, from: number): number {
  let index = from;
  while (index < byStart.length && (byStart[index]?.startsAt ?? end) < end) index += 1;
  return index;
}
