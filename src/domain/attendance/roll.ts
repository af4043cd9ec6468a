import type { Named } from '../event/seance-event.js';
import type { Instant, Schedule } from '../time/schedule.js';
import { type AttendanceEntry, noHash } from './entry.js';
import { type HalfDay, type HalfDayBreak, halfDaysOf, opensAt } from './half-days.js';

export const slotStates = ['not-open', 'open', 'closed'] as const;
export type SlotState = (typeof slotStates)[number];

/** A half-day that is stored, with what was decided about it. */
export interface Slot extends HalfDay {
  readonly seanceId: string;
  readonly spaceId: string;
  readonly sessionId: string;
  /** When its roster was written down; null before. */
  readonly rosterAt: Instant | null;
  /** How many marks are in its log: with one, date, hours and zone of the séance stay. */
  readonly markCount: number;
  readonly closedAt: Instant | null;
  /** Closed with signatures: kept until the retention of the platform ends. */
  readonly isSigned: boolean;
  readonly entryCount: number;
  readonly lastHash: string;
}

/** The half-days of a séance of which nothing is written down yet. */
export function newSlots(
  seance: Schedule & { readonly id: string; readonly spaceId: string; readonly sessionId: string },
  pause: HalfDayBreak,
): readonly Slot[] {
  const { id: seanceId, spaceId, sessionId } = seance;
  return halfDaysOf(seance, pause).map((halfDay) => ({
    ...halfDay,
    ...{ seanceId, spaceId, sessionId },
    ...{ rosterAt: null, markCount: 0, closedAt: null, isSigned: false, entryCount: 0, lastHash: noHash },
  }));
}

export function stateOfSlot(slot: Pick<Slot, 'startsAt' | 'closedAt'>, now: Instant): SlotState {
  if (slot.closedAt !== null) return 'closed';
  return now < opensAt(slot) ? 'not-open' : 'open';
}

/** What holds for somebody in a half-day. */
export interface Presence {
  readonly user: Named;
  /** The entry that holds; null when nothing was marked. */
  readonly current: AttendanceEntry | null;
  /** All that was said before it, the latest first: marks, and corrections. */
  readonly earlier: readonly AttendanceEntry[];
  /** What they signed themselves, whichever mark holds now. */
  readonly signed: AttendanceEntry | null;
}

/**
 * Who is in the log of a half-day, by their ids, and what holds for each: what was said last by the clocks of those who
 * said it, so that a mark that waited in a page for a connection does not undo a later one; a correction before any mark.
 *
 * @param entries by their numbers.
 */
export function rollOf(entries: readonly AttendanceEntry[]): ReadonlyMap<string, Presence> {
  const said = new Map<string, { readonly user: Named; readonly entries: AttendanceEntry[] }>();
  for (const entry of entries) {
    // Of who was forgotten nothing is left that could be told apart.
    if (entry.kind === 'close' || entry.user.id === '') continue;
    const known = said.get(entry.user.id) ?? { user: entry.user, entries: [] };
    said.set(entry.user.id, known);
    if (entry.kind !== 'roster') known.entries.push(entry);
  }
  return new Map([...said].map(([id, { user, entries: of }]) => [id, presenceOf(user, of)]));
}

function presenceOf(user: Named, entries: readonly AttendanceEntry[]): Presence {
  const [current = null, ...earlier] = [...entries].sort(latestFirst);
  const signed = entries.findLast((entry) => entry.isSigned && entry.source === 'self') ?? null;
  return { user, current, earlier, signed };
}

function latestFirst(one: AttendanceEntry, other: AttendanceEntry): number {
  const rank = ({ kind }: AttendanceEntry) => (kind === 'correction' ? 1 : 0);
  if (rank(one) !== rank(other)) return rank(other) - rank(one);
  if (rank(one) === 0 && one.at !== other.at) return one.at < other.at ? 1 : -1;
  return other.number - one.number;
}

/** The ids of those who checked in with a device that somebody else checked in with too. */
export function sharedDevices(entries: readonly AttendanceEntry[]): ReadonlySet<string> {
  const usersOf = new Map<string, Set<string>>();
  for (const { device, user } of entries)
    if (device !== '') usersOf.set(device, (usersOf.get(device) ?? new Set()).add(user.id));
  return new Set([...usersOf.values()].flatMap((users) => (users.size > 1 ? [...users] : [])));
}
