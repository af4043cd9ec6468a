import type { ServiceProblem } from './service-token.js';

/** What the tables say of a course, and of the people who are in it now. */
export interface CourseFacts {
  /** Whether the platform has told where the roster is. */
  readonly hasRoster: boolean;
  /** When it was last read as a whole; null when it never was. */
  readonly readAt: string | null;
  readonly problem: ServiceProblem | null;
  /** How many are missing from it whom staff have to take off; null when nobody has to be. */
  readonly leavers: number | null;
  readonly people: number;
  /** Of these, those whose name, e-mail and time zone the platform has told. */
  readonly named: number;
  readonly withEmail: number;
  readonly withTimeZone: number;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Whether the platform has told where grades go (Assignment and Grade Services), and takes them. */
  readonly hasGrades: boolean;
}

/** Of whom the platform tells something. */
export type Extent = 'all' | 'some' | 'none';

/** What a platform gives a course, as its staff may read it. */
export interface WhatWorks {
  readonly roster: {
    /**
     * - `missing`: the platform gives none, and people are those who have opened the tool.
     * - `unread`: it was never read as a whole yet, so that people may be missing. `read`: it was, at `readAt`.
     */
    readonly state: 'missing' | 'unread' | 'read';
    readonly people: number;
    readonly readAt: string | null;
    /** Why the last try to read it did not succeed; what was read before stays. */
    readonly problem: ServiceProblem | null;
    readonly leavers: number | null;
  };
  readonly names: Extent;
  readonly emails: Extent;
  /** Browsers tell those that a platform does not. */
  readonly timeZone: Extent;
  /** LTI has a service for them, and nothing here asks it. */
  readonly groups: 'none';
  /** Whether the course has a beginning and an end. */
  readonly period: Extent;
  readonly grades: boolean;
}

/** What works in a course, and what does not. */
export function whatWorks(facts: CourseFacts): WhatWorks {
  const { hasRoster, readAt, problem, leavers, people } = facts;
  const read = readAt === null ? 'unread' : 'read';
  const days = [facts.startsOn, facts.endsOn].filter((day) => day !== null).length;
  return {
    roster: hasRoster
      ? { state: read, people, readAt, problem, leavers }
      : { state: 'missing', people, readAt: null, problem: null, leavers: null },
    names: extentOf(facts.named, people),
    emails: extentOf(facts.withEmail, people),
    timeZone: extentOf(facts.withTimeZone, people),
    groups: 'none',
    period: extentOf(days, 2),
    grades: facts.hasGrades,
  };
}

function extentOf(count: number, all: number): Extent {
  if (count === 0) return 'none';
  return count < all ? 'some' : 'all';
}
