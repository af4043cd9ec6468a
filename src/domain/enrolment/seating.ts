import type { SeanceGroup } from '../group/group.js';
import type { Settings } from '../settings/settings.js';
import type { Instant } from '../time/schedule.js';
import type { Enrolment, PlaceWish } from './enrolment.js';
import type { Places } from './places.js';

/** What is known of who is in a séance and who waits for it. */
export interface Line {
  /** By user; null for somebody who is known to have none. */
  readonly enrolments: ReadonlyMap<string, Enrolment | null>;
  /** Up to which turn all who wait are known; Infinity for the whole queue. */
  readonly queueTo: number;
  /** Up to which turn everybody is known, whether they wait or not. */
  readonly allTo: number;
}

/**
 * All that the rules of places look at: séances whose places may change, and as much as is known of the enrolments in
 * them. A value: {@link decide} makes the next one of it.
 */
export interface Seating {
  readonly now: Instant;
  readonly settings: Pick<Settings, 'enrolmentEnabled' | 'closingDelayMinutes' | 'promotion'>;
  /** By id of the séance; every one that a change can reach. */
  readonly places: ReadonlyMap<string, Places>;
  readonly groups: ReadonlyMap<string, SeanceGroup>;
  readonly lines: ReadonlyMap<string, Line>;
  /** In how many séances of a group, deleted ones apart, a user is enrolled; by {@link countKey}. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Enrolments of a séance by turn, after `after`: at most `limit` of them. */
export interface LinePart {
  readonly seanceId: string;
  /** Only of those who wait, or of everybody. */
  readonly of: 'queue' | 'all';
  readonly after: number;
  readonly limit: number;
}

/** Stored rows that a decision depends on, and that are not known. */
export interface MissingRows {
  readonly enrolments?: readonly PlaceWish[];
  readonly counts?: readonly GroupCount[];
  readonly line?: LinePart;
}

/** In how many séances of the group the user is enrolled. */
export interface GroupCount {
  readonly groupId: string;
  readonly userId: string;
}

export const unknownLine: Line = { enrolments: new Map(), queueTo: 0, allTo: 0 };
/** Of a séance in which nobody is. */
export const emptyLine: Line = { enrolments: new Map(), queueTo: Infinity, allTo: Infinity };

/** Ids of the host may hold anything but a line break. */
export function countKey({ groupId, userId }: GroupCount): string {
  return `${groupId}\n${userId}`;
}

/** `undefined` when it is not known whether there is an enrolment; null when there is none. */
export function knownIn(line: Line, userId: string): Enrolment | null | undefined {
  const known = line.enrolments.get(userId);
  return known === undefined && line.allTo === Infinity ? null : known;
}

/** @param found the enrolments that there are among those wished. */
export function withEnrolments(
  seating: Seating,
  wishes: readonly PlaceWish[],
  found: readonly Enrolment[],
): Seating {
  const rows = [
    ...wishes.map(({ seanceId, userId }) => [seanceId, userId, null] as const),
    ...found.map((enrolment) => [enrolment.seanceId, enrolment.learner.id, enrolment] as const),
  ];
  const lines = new Map(seating.lines);
  const read = new Map<string, Map<string, Enrolment | null>>();
  for (const [seanceId, userId, enrolment] of rows) {
    const line = lines.get(seanceId) ?? unknownLine;
    const enrolments = read.get(seanceId) ?? new Map(line.enrolments);
    read.set(seanceId, enrolments.set(userId, enrolment));
    lines.set(seanceId, { ...line, enrolments });
  }
  return { ...seating, lines };
}

/** @param found what there is of that part. */
export function withLinePart(seating: Seating, part: LinePart, found: readonly Enrolment[]): Seating {
  const { lines } = withEnrolments(seating, [], found);
  const line = lines.get(part.seanceId) ?? unknownLine;
  const to = found.length < part.limit ? Infinity : (found.at(-1)?.turn ?? part.after);
  const allTo = part.of === 'all' ? to : line.allTo;
  const queueTo = Math.max(line.queueTo, to);
  return { ...seating, lines: new Map(lines).set(part.seanceId, { ...line, allTo, queueTo }) };
}

/** @param counted by user; those in none are left out. */
export function withCounts(
  seating: Seating,
  groupId: string,
  userIds: readonly string[],
  counted: ReadonlyMap<string, number>,
): Seating {
  const counts = new Map(seating.counts);
  for (const userId of userIds) counts.set(countKey({ groupId, userId }), counted.get(userId) ?? 0);
  return { ...seating, counts };
}
