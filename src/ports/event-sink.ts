import type { Instant } from '../domain/time/schedule.js';

/** Something that happened in the plugin, such as `seance.created` or `enrolment.promoted`. */
export interface PluginEvent {
  /** Unique and ordered: UUIDv7. A host that stores the ids it has seen recognises a repeated delivery. */
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  /** Who did it; null for the host, or the plugin itself. */
  readonly actorId: string | null;
  /** Whose enrolment it is about; null for events of the séance. */
  readonly userId: string | null;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly seanceId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Where the host hears of what happened. Every event is delivered at least once, also after a crash, and in order
 * for one séance; events of different séances come in any order.
 */
export abstract class EventSink {
  /** Resolves when the host has the event for good. A rejection is a failed delivery: it is tried again, later. */
  abstract deliver(event: PluginEvent): Promise<void>;
}
