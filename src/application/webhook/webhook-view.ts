import type { EventType } from '../../domain/event/seance-event.js';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  DeliveryFault,
  DeliveryState,
  MessageType,
  PauseReason,
  Webhook,
  WebhookDelivery,
} from '../../domain/webhook/webhook.js';

/** An address as administrators see it: without its secret, which is shown once. */
export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly types: readonly EventType[];
  readonly paused: { readonly reason: PauseReason; readonly at: Instant } | null;
  /** Until when the secret before signs, too. */
  readonly rotatesUntil: Instant | null;
  /** How many messages wait. */
  readonly waiting: number;
  readonly createdAt: Instant;
}

export interface DeliveryView {
  readonly id: string;
  readonly type: MessageType;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly last: {
    readonly at: Instant;
    readonly status: number | null;
    readonly fault: DeliveryFault | null;
    readonly detail: string;
  } | null;
}

export function webhookView(
  { id, url, types, paused, previous, createdAt }: Webhook,
  waiting: number,
  now: Instant,
): WebhookView {
  const rotatesUntil = previous && now < previous.until ? previous.until : null;
  return { id, url, types, paused, rotatesUntil, waiting, createdAt };
}

export function deliveryView({ id, type, state, attempts, createdAt, last }: WebhookDelivery): DeliveryView {
  return { id, type, state, attempts, createdAt, last };
}
