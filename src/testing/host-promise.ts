import type { AgendaEntry } from '../ports/agenda.js';
import type { PluginEvent } from '../ports/event-sink.js';
import type { HostPorts } from '../ports/host-ports.js';
import type { Actor } from '../ports/identity.js';

/**
 * What is checked: what a host hands to the plugin. Its figures, its counter of requests and its
 * service of time-stamps are not looked at.
 */
export type HostUnderTest<Context> = Omit<HostPorts<Context>, 'metrics' | 'rateLimiter' | 'timeStamper'>;

/** A request, and what the host hands over beside it. */
export interface HandedRequest<Context> {
  readonly request: Request;
  readonly context: Context;
}

/**
 * What exists in the host under test. The more learners the session has, the better paging is checked; one of its
 * people should have an accent in the name. The suite reads them all, and changes nothing but what the optional
 * parts say.
 */
export interface HostSamples<Context> {
  /** A request of `staff`, with a body; a new one each time. */
  signedIn(): HandedRequest<Context>;
  /** A request of nobody. */
  signedOut(): HandedRequest<Context>;

  /** May open, edit and enrol in the space. */
  readonly staff: Actor;
  /** A learner of the session, who may open the space, and neither edit nor enrol. */
  readonly learner: Actor;
  /** May do nothing in the space. */
  readonly outsider: Actor;
  /** May configure the plugin. */
  readonly administrator: Actor;

  /** A space that is attached to the session. */
  readonly spaceId: string;
  /** A session with a trainer and at least three learners. */
  readonly sessionId: string;
  /** A trainer of the session, who is not one of its learners. */
  readonly trainerId: string;

  /** A space that is attached to no session, if there is one. */
  readonly spaceWithoutSessionId?: string;
  /** A host group with learners of the session, but not all of them, if there are groups. */
  readonly groupId?: string;
  /** The space again, when the directory says where users learn (`learnsIn`). */
  readonly learnerSpaceId?: string;
  /** Who manages the training of the session, if somebody does. */
  readonly trainingManagerId?: string;

  /** Reads the ids of the menu's entries from top to bottom: for hosts with a menu. */
  readonly menuEntries?: (spaceId: string, actor: Actor) => Promise<readonly string[]>;
  /** The id of the platform that the actors and the space are of: for hosts of several platforms (`Actor.platformId`). */
  readonly platformId?: string;
  /** A space of another platform: for hosts of several. */
  readonly otherPlatformSpaceId?: string;

  /** A place of the host: for hosts with places. */
  readonly locationId?: string;
  /** Reads what the host has received: for hosts with an event sink. The suite delivers events. */
  readonly eventsReceived?: () => Promise<readonly PluginEvent[]>;
  /** Who gets a message: for hosts with a mailer. The suite sends one. */
  readonly mailTo?: string;
  /** Somebody whose address is known: for hosts with contacts. */
  readonly contactId?: string;
  /** Reads what the agenda shows: for hosts with an agenda. The suite publishes and withdraws an entry. */
  readonly agendaEntries?: () => Promise<readonly AgendaEntry[]>;
}

type OptionalSample<Context> = {
  [Key in keyof HostSamples<Context>]-?: undefined extends HostSamples<Context>[Key] ? Key : never;
}[keyof HostSamples<Context>];

/** One thing that a port's documentation promises. */
export interface HostPromise {
  readonly port: keyof HostUnderTest<unknown>;
  /** The rule, as the name of a test. */
  readonly title: string;
  /** The sample without which the promise cannot be checked. */
  readonly needs?: OptionalSample<unknown>;
  /** Rejects with an AssertionError that says what is wrong when the promise is broken. */
  check<Context>(host: HostUnderTest<Context>, samples: HostSamples<Context>): Promise<void>;
}
