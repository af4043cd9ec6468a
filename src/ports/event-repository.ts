import type { EventType, SeanceEvent } from '../domain/event/seance-event.js';
import type { Instant } from '../domain/time/schedule.js';
import type { PageOf, PageRequest } from '../domain/page.js';

export interface EventSearch extends PageRequest {
  /** Only those; all when absent. */
  readonly types?: readonly EventType[] | undefined;
}

/** What happened, in order: the audit trail of each séance. */
export abstract class EventRepository {
  /**
   * Adds events in the order given, in a handful of statements, however many. The caller holds the lock of every
   * séance that they are about, or has just added it: that is what makes their order that of the changes. None is dated
   * before the one before it, whatever the clocks of two processes say.
   *
   * @param changeSet an id of all that one transaction does, by which people are told of it together; without it,
   * each event is one of its own.
   */
  abstract append(events: readonly SeanceEvent[], changeSet?: string): Promise<void>;

  /** What happened to a séance, the latest first. */
  abstract ofSeance(spaceId: string, seanceId: string, search: EventSearch): Promise<PageOf<SeanceEvent>>;

  /** The latest event of a type for each of the séances that have one, by the id of the séance. */
  abstract latest(
    spaceId: string,
    seanceIds: readonly string[],
    type: EventType,
  ): Promise<ReadonlyMap<string, SeanceEvent>>;

  /** Takes a user's id and name out of everything that they did, or that was done to them. */
  abstract forgetUser(userId: string): Promise<void>;

  /**
   * Removes the trail of séances that are purged at `at`, but for what the host has not heard of: that is still
   * delivered, or can be made due again when it was given up, and goes with {@link removeLeft}.
   */
  abstract removeOf(spaceId: string, seanceIds: readonly string[], at: Instant): Promise<void>;

  /**
   * Removes what was left behind of séances of a platform that were purged before `purgedBefore`, and waits no more.
   *
   * @returns how many events went, at most `limit`.
   */
  abstract removeLeft(platformId: string, purgedBefore: Instant, limit: number): Promise<number>;
}

/** An event on its way to the host. */
export interface DueEvent {
  readonly sequence: number;
  /** How often it was claimed before, and not released. */
  readonly attempts: number;
  readonly event: SeanceEvent;
}

/** Who claims events: a token of its own for each claim, so that a worker that comes too late changes nothing. */
export interface Claim {
  readonly token: string;
  readonly until: Instant;
}

/** The events that the host has not heard of yet. */
export abstract class OutboxRepository {
  /** Whether `claim` may find anything at `now`: asked without a lock, so that looking for work costs nobody a write. */
  abstract hasDue(now: Instant): Promise<boolean>;

  /**
   * Claims events that are due at `now`, the oldest first, for who asks: nobody else gets them before the claim is over.
   * Of one séance it hands over an event only together with, or after, all earlier ones; nothing of a séance of which an
   * event is claimed by somebody else or postponed, however many of its events are due: others get their turn. Asks for
   * nothing that a lock has to protect.
   */
  abstract claim(claim: Claim, now: Instant, limit: number): Promise<readonly DueEvent[]>;

  /** Delivered: never due again. As what follows, nothing is changed that is no longer claimed with the token. */
  abstract complete(token: string, sequences: readonly number[]): Promise<void>;

  /** Failed: due again at `dueAt`. */
  abstract postpone(token: string, sequences: readonly number[], dueAt: Instant): Promise<void>;

  /** Given back untried: due again at `dueAt`, and the claim does not count as an attempt. */
  abstract release(token: string, sequences: readonly number[], dueAt: Instant): Promise<void>;

  /** Failed too often: set aside, so that later events of the séance are not held back for ever. */
  abstract giveUp(token: string, sequences: readonly number[], at: Instant): Promise<void>;

  /** How many events wait, since when, and how many were given up. */
  abstract backlog(): Promise<OutboxBacklog>;

  /** Events that were given up, the latest first. */
  abstract givenUp(limit: number): Promise<readonly GivenUpEvent[]>;

  /** Makes events that were given up due again, and says how many. */
  abstract retryGivenUp(now: Instant): Promise<number>;
}

/** An event that the host has not got after all attempts. */
export interface GivenUpEvent {
  readonly at: Instant;
  readonly event: SeanceEvent;
}

export interface OutboxBacklog {
  readonly waiting: number;
  /** When the oldest that waits happened; null when none does. */
  readonly oldest: Instant | null;
  readonly givenUp: number;
}
