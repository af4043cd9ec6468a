import type { RequestFailure } from '../core/request-failure.js';
import type { Entry, MarkValue, Slot } from './attendance.js';

/** A mark that somebody made on the page and that the server does not know yet. */
export interface PendingMark extends MarkValue {
  readonly userId: string;
  /** When it was made, by the clock of the server as far as the page knows it: an instant to the second. */
  readonly at: string;
}

/** One that the server refuses for good. */
export interface RefusedMark extends PendingMark {
  /** Why: a code of docs/reference/http.md, and the server's own words. */
  readonly code: string;
  readonly reason: string;
}

/** What of a half-day waits in the page, in the order in which it was made. */
export interface PendingMarks {
  readonly waiting: readonly PendingMark[];
  readonly refused: readonly RefusedMark[];
}

export const nothingPending: PendingMarks = { waiting: [], refused: [] };

/** How long a mark can be taken back before it is sent, in milliseconds: what is written down is never unwritten. */
export const timeToUndo = 5_000;
/** How many are sent at once. */
export const mostMarks = 500;

export function withMarks(pending: PendingMarks, made: readonly PendingMark[]): PendingMarks {
  return { ...pending, waiting: [...pending.waiting, ...made] };
}

/** What is left without some that wait, because they were sent or taken back. */
export function withoutMarks(pending: PendingMarks, gone: readonly PendingMark[]): PendingMarks {
  const keys = new Set(gone.map(keyOf));
  return { ...pending, waiting: pending.waiting.filter((mark) => !keys.has(keyOf(mark))) };
}

/** The same without one that was refused: somebody has seen it. */
export function withoutRefused(pending: PendingMarks, seen: RefusedMark): PendingMarks {
  return { ...pending, refused: pending.refused.filter((mark) => mark !== seen) };
}

/**
 * What is sent next: no more than fits, nobody twice, and nothing before what was made earlier.
 *
 * @param isUrgent whether also what could still be taken back is sent, because the page is left.
 */
export function nextMarks({ waiting }: PendingMarks, now: number, isUrgent: boolean): readonly PendingMark[] {
  const next: PendingMark[] = [];
  const users = new Set<string>();
  for (const mark of waiting) {
    const isHeld = !isUrgent && heldFor(mark, now) > 0;
    if (isHeld || next.length === mostMarks || users.has(mark.userId)) break;
    next.push(mark);
    users.add(mark.userId);
  }
  return next;
}

/** How long a mark is not sent yet, in milliseconds: not at all when the clock was set back since. */
export function heldFor({ at }: PendingMark, now: number): number {
  const age = now - Date.parse(at);
  return age < 0 ? 0 : Math.max(0, timeToUndo - age);
}

/** Codes of what will never be taken, whoever it is about. */
const overForAll: ReadonlySet<string> = new Set(['slot-closed', 'seance-cancelled', 'attendance-off']);

/** What a refusal leaves: those that it names are refused, or all that were sent; of a half-day that is over, all. */
export function afterRefusal(
  pending: PendingMarks,
  sent: readonly PendingMark[],
  { code, detail, fields }: Pick<RequestFailure, 'code' | 'detail' | 'fields'>,
): PendingMarks {
  const named = new Map<PendingMark, string>();
  for (const { pointer, message } of fields) {
    const [, property, index] = pointer.split('/');
    const mark = property === 'marks' ? sent[Number(index)] : undefined;
    if (mark) named.set(mark, message);
  }
  const isForAll = overForAll.has(code);
  const gone = isForAll ? pending.waiting : named.size > 0 ? [...named.keys()] : sent;
  const refused = gone.map((mark) => ({ ...mark, code, reason: named.get(mark) ?? detail }));
  return { ...withoutMarks(pending, gone), refused: [...pending.refused, ...refused] };
}

/** What is kept of two pages with the same half-day: what waits here, and what the other has put down since. */
export function mergedMarks(
  kept: PendingMarks,
  own: PendingMarks,
  isKnown: (mark: PendingMark) => boolean,
): PendingMarks {
  const isOther = (mark: PendingMark) => !isKnown(mark);
  return {
    waiting: [...kept.waiting.filter(isOther), ...own.waiting],
    refused: [...kept.refused.filter(isOther), ...own.refused],
  };
}

/** Names a mark: two are the same when they say the same of somebody, made at the same time. */
export function keyOf({ userId, at, mark, minutes, note }: PendingMark): string {
  return JSON.stringify([userId, at, mark, minutes, note]);
}

/** An entry as the page shows it. */
export interface ShownEntry extends Entry {
  /** Whether its mark waits in the page. */
  readonly isWaiting: boolean;
}

/** The entries of a half-day with what waits in the page in its place. */
export function shownEntries({ entries }: Slot, { waiting }: PendingMarks): readonly ShownEntry[] {
  const last = new Map(waiting.map((mark) => [mark.userId, mark]));
  return entries.map((entry) => {
    const made = last.get(entry.user.id);
    if (!made) return { ...entry, isWaiting: false };
    const { minutes: _minutes, note: _note, correction: _correction, ...known } = entry;
    const { mark, at, minutes, note } = made;
    return {
      ...{ ...known, mark, at, isWaiting: true, by: null, source: 'staff' },
      ...(minutes !== undefined && { minutes }),
      ...(note !== undefined && { note }),
    };
  });
}
