import { Refusal } from '../refusal.js';

export const marks = ['present', 'late', 'left-early', 'excused', 'absent', 'remote'] as const;
/** Whether somebody was there for half a day. */
export type Mark = (typeof marks)[number];

export const markSources = ['staff', 'self'] as const;
/** Who said so: somebody who manages the séance, or the learner. */
export type MarkSource = (typeof markSources)[number];

/** The longest word on an excuse, or reason of a correction, in characters. */
export const longestNote = 500;

/** A mark with what belongs to it. */
export interface MarkValue {
  readonly mark: Mark;
  /** By how many somebody was late, or left early; null for other marks. */
  readonly minutes: number | null;
  /** A word why; empty for none. */
  readonly note: string;
}

/** Marks of who was there, at least for a part. */
const attended: ReadonlySet<Mark> = new Set(['present', 'late', 'left-early', 'remote']);

export function hasAttended({ mark }: Pick<MarkValue, 'mark'>): boolean {
  return attended.has(mark);
}

/** Of a half-day of so many minutes, how many somebody with this mark was there. */
export function creditedMinutes(
  { mark, minutes }: Pick<MarkValue, 'mark' | 'minutes'>,
  minutesOfHalfDay: number,
): number {
  if (!attended.has(mark)) return 0;
  return Math.max(0, minutesOfHalfDay - (minutes ?? 0));
}

/**
 * A mark as it is asked for, with nothing left open.
 *
 * @throws Refusal `validation` at `minutes`: `not-allowed` of marks that have none, `required` of those that have,
 * `too-large` when nothing of the half-day would be left.
 */
export function markValue(
  asked: {
    readonly mark: Mark;
    readonly minutes?: number | null | undefined;
    readonly note?: string | null | undefined;
  },
  minutesOfHalfDay: number,
): MarkValue {
  const { mark, note } = asked;
  const minutes = asked.minutes ?? null;
  const isPartial = mark === 'late' || mark === 'left-early';
  if (!isPartial && minutes !== null) throw Refusal.field('minutes', 'not-allowed');
  if (isPartial && minutes === null) throw Refusal.field('minutes', 'required');
  if (minutes !== null && minutes >= minutesOfHalfDay)
    throw Refusal.field('minutes', 'too-large', { limit: minutesOfHalfDay - 1 });
  return { mark, minutes, note: (note ?? '').trim() };
}

export function isSameMark(one: MarkValue, other: MarkValue): boolean {
  return one.mark === other.mark && one.minutes === other.minutes && one.note === other.note;
}
