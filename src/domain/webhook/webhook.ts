import type { EventType, SeanceEvent } from '../event/seance-event.js';
import { type Instant, shiftInstant } from '../time/schedule.js';

/** Why nothing is sent: somebody wants it so, the address failed for a day, or it says that it is gone. */
export type PauseReason = 'by-hand' | 'failing' | 'gone';

/** An address that is told what happens on a platform. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Which events it is told of. */
  readonly types: readonly EventType[];
  readonly secret: string;
  /** What it had before, which signs beside the other for a while. */
  readonly previous: { readonly secret: string; readonly until: Instant } | null;
  readonly paused: { readonly reason: PauseReason; readonly at: Instant } | null;
  readonly createdAt: Instant;
}

/** What an administrator sends to see whether it arrives. */
export const trialType = 'webhook.trial';

export type MessageType = EventType | typeof trialType;

/**
 * What went wrong with an attempt: the address is not one that may be asked, nobody answered in time, or the answer was
 * no.
 */
export type DeliveryFault = 'address' | 'unanswered' | 'answer';

/** What came of sending a message once. */
export interface DeliveryOutcome {
  /** Of the answer; null when there was none. */
  readonly status: number | null;
  /** Null when it arrived. */
  readonly fault: DeliveryFault | null;
  /** What is known beside, in the words of whoever said it; may be empty. */
  readonly detail: string;
}

/** Failed is what is not tried again by itself. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** A message to one address, and what came of it. */
export interface WebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  /** What it is about, of which an address is told once. */
  readonly eventId: string;
  readonly type: MessageType;
  /** The body, as it is signed and sent. */
  readonly payload: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** The last attempt; null before the first. */
  readonly last: (DeliveryOutcome & { readonly at: Instant }) | null;
}

/** For how long two secrets sign, in seconds. */
const rotationSeconds = 24 * 60 * 60;

/** With another secret; the one before stays good for a day, and the one before that no longer. */
export function rotated(webhook: Webhook, secret: string, now: Instant): Webhook {
  const until = shiftInstant(now, rotationSeconds);
  return { ...webhook, secret, previous: { secret: webhook.secret, until } };
}

/** What signs now. */
export function secretsOf({ secret, previous }: Webhook, now: Instant): readonly string[] {
  return previous && now < previous.until ? [secret, previous.secret] : [secret];
}

/** What is sent of an event, as text. */
export function payloadOf({ id, type, at, actor, user, data, ...where }: SeanceEvent): string {
  const { spaceId, sessionId, seanceId } = where;
  const about = { spaceId, sessionId, seanceId, actorId: actor?.id ?? null, userId: user?.id ?? null };
  return JSON.stringify({ type, timestamp: at, data: { eventId: id, ...about, details: data } });
}

/** Pauses between attempts, in seconds: about 27 hours in all. */
const pauses = [5, 60, 5 * 60, 30 * 60, 2 * 3_600, 4 * 3_600, 8 * 3_600, 12 * 3_600];
/** How much longer or shorter a pause may be, so that not everybody comes back at the same time. */
const jitter = 0.1;

/**
 * For how long an address is left alone after so many attempts at the same message, in seconds; undefined when there were
 * enough.
 *
 * @param random from 0 to 1.
 */
export function pauseAfter(attempts: number, random: number): number | undefined {
  const pause = pauses[attempts - 1];
  return pause === undefined ? undefined : Math.round(pause * (1 - jitter + 2 * jitter * random));
}
