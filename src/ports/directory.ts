import type { PageOf, PageRequest } from '../domain/page.js';

/** A room of the host. */
export interface ActivitySpace {
  readonly id: string;
  readonly name: string;
  /**
   * The platform that the space is of, for ever: its settings, places and closed days hold there, and only its users find
   * the space. As `Actor.platformId`. Default: `''`.
   */
  readonly platformId?: string | undefined;
  /**
   * False when the directory may not know everybody of the space, or not yet, such as a platform that tells only of those
   * who have come: staff read then that lists of people may be incomplete. Default: true.
   */
  readonly listsEverybody?: boolean | undefined;
}

/** A run of a training over a period. Dates are `YYYY-MM-DD`, both inclusive; null when open-ended. */
export interface TrainingSession {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** IANA zone in which its séances happen unless they say otherwise; null for the platform's. */
  readonly timeZone: string | null;
}

/** A user of the host, as other people may read them. */
export interface Person {
  readonly id: string;
  /** The whole name, such as `Anh Thao PHAM`. */
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  /**
   * What tells them from others of the same name, plain text that whoever reads the name may read: an employee number, a
   * company. It is shown beside the name and not searched in, and cut when it is longer than 128 characters. Absent or
   * blank when there is nothing to say.
   */
  readonly detail?: string | null | undefined;
}

/** A set of users that the host keeps, such as a class. */
export interface HostGroup {
  readonly id: string;
  readonly name: string;
}

/** A session, in one of the spaces that are attached to it. */
export interface SpaceSession {
  readonly spaceId: string;
  readonly sessionId: string;
}

export interface PersonSearch extends PageRequest {
  /**
   * Words, between blanks, that all have to occur in the name, in any order, for whoever is to be found; everybody when
   * absent. Neither case nor accents count: "etienne kevin" finds "Kévin ÉTIENNE". Any other sign is what it is, `%` and `_`
   * too, and whether a part of a word finds it is the host's to say.
   */
  readonly q?: string | undefined;
}

export interface LearnerSearch extends PersonSearch {
  /** Only the learners of this host group. */
  readonly groupId?: string | undefined;
}

/**
 * The host's spaces, sessions and people. Lists may be long: nothing assumes that one fits in a page, and pages are
 * in an order that is the same each time, so that walking them meets everybody once.
 *
 * People are in the order of their last names, in which neither case nor accents count: "élan" stands between "Eko" and
 * "Faure", and "DE VOS" is equal to "de Vos". Those who are equal come by id, or by whatever else tells them apart. Where
 * blanks, hyphens, apostrophes and letters such as ø and œ stand is the host's to say. `compareFolded` of `seances/testing`
 * compares so, and so do databases whose collation says neither case nor accents, such as `utf8mb4_0900_ai_ci` and
 * `utf8mb4_unicode_ci`; one that has none, such as SQLite, sorts a column that was written with `fold`.
 *
 * Ids are the host's own, strings of at most 128 characters, compared exactly, and no two platforms of a host have one in
 * common. An id that the host does not know is
 * never an error: it is undefined, or missing from the answer.
 */
export abstract class Directory {
  abstract space(spaceId: string): Promise<ActivitySpace | undefined>;

  /** The sessions that a space is attached to, the current one first; empty for none. */
  abstract sessionsOf(spaceId: string): Promise<readonly TrainingSession[]>;

  abstract trainers(sessionId: string, search: PersonSearch): Promise<PageOf<Person>>;

  /** Those of `userIds` who are trainers of the session, in any order. At most 1,000 ids at a time. */
  abstract trainersAmong(sessionId: string, userIds: readonly string[]): Promise<readonly Person[]>;

  abstract learners(sessionId: string, search: LearnerSearch): Promise<PageOf<Person>>;

  /** Those of `userIds` who are learners of the session, in any order. At most 1,000 ids at a time. */
  abstract learnersAmong(sessionId: string, userIds: readonly string[]): Promise<readonly Person[]>;

  abstract learnerCount(sessionId: string): Promise<number>;

  /** The host's groups that have learners of the session. */
  abstract groups(sessionId: string, search: PersonSearch): Promise<PageOf<HostGroup>>;

  /** True for who manages the training that the session is a run of: what they create has the origin `manager`. */
  abstract isTrainingManager(sessionId: string, userId: string): Promise<boolean>;

  /**
   * Where a user is a learner: every session, once for each space that it is attached to; empty for somebody who is a
   * learner nowhere. Optional: without it, a user's calendar feed leaves the automatic séances out, and so does what a
   * learner is told of the same time when they enrol.
   */
  learnsIn?(userId: string): Promise<readonly SpaceSession[]>;
}
