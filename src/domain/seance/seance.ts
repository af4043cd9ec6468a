import { type Issue, Refusal } from '../refusal.js';
import type { Cancellation } from './cancellation.js';
import type { OwnField, SeanceContent } from './seance-content.js';
import type { Instant, Schedule } from '../time/schedule.js';

export const origins = ['space', 'manager'] as const;
/** Who made the séance: somebody of the space, or the training manager of its session. */
export type Origin = (typeof origins)[number];

export const seanceStates = ['upcoming', 'ongoing', 'past'] as const;
export type SeanceState = (typeof seanceStates)[number];

/** One event at a precise moment, possibly at a place, inside a session. */
export interface Seance extends SeanceContent, Schedule {
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly origin: Origin;
  /** The series that it belongs to; null for a séance on its own. */
  readonly seriesId: string | null;
  /** The number that a repetition gave it, shown in its name; null without one. */
  readonly seriesNumber: number | null;
  /** What was changed by hand in this occurrence alone: changes of the series leave it as it is. */
  readonly ownFields: readonly OwnField[];
  /** Counts changes of the séance itself, from 1; enrolments do not change it. */
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly deletedAt: Instant | null;
  /** Null when it takes place. */
  readonly cancelled: Cancellation | null;
}

/** Where a schedule stands at `now`: a séance is ongoing from its start on, and past from its end on. */
export function stateAt(schedule: Pick<Schedule, 'startsAt' | 'endsAt'>, now: Instant): SeanceState {
  if (now < schedule.startsAt) return 'upcoming';
  return now < schedule.endsAt ? 'ongoing' : 'past';
}

/** @throws Refusal `validation` when the séance is in a group although nobody chooses it: only public and manual séances can be. */
export function assertGroupAllowed(content: Pick<SeanceContent, 'enrolmentMode' | 'groupId'>): void {
  if (content.groupId !== null && content.enrolmentMode === 'automatic') {
    throw Refusal.field('groupName', 'group-needs-enrolment');
  }
}

/** Compares séances by their starts: of the same start, the one of the lower id is first, so that the order is one. */
export function byStart(
  one: Pick<Seance, 'startsAt' | 'id'>,
  other: Pick<Seance, 'startsAt' | 'id'>,
): number {
  return `${one.startsAt} ${one.id}` < `${other.startsAt} ${other.id}` ? -1 : 1;
}

/** @throws Refusal `stale`, with `issues`, when `seance` has another version than those that `expected` names. */
export function assertVersion(
  seance: Pick<Seance, 'version'>,
  expected: readonly number[] | undefined,
  issues: readonly Issue[] = [],
): void {
  if (expected && !expected.includes(seance.version)) throw new Refusal('stale', issues);
}
