import type { EventType } from '../../domain/event/seance-event.js';
import type { Webhook, WebhookDelivery } from '../../domain/webhook/webhook.js';
import type { WebhookDeliveryRow, WebhookRow } from './tables.js';

export function webhookFromRow(row: WebhookRow): Webhook {
  const { previous_secret: secret, previous_until: until, pause_reason: reason, paused_at: at } = row;
  return {
    ...{ id: row.id, url: row.url, types: JSON.parse(row.types) as readonly EventType[], secret: row.secret },
    previous: secret !== null && until !== null ? { secret, until } : null,
    paused: reason !== null && at !== null ? { reason, at } : null,
    createdAt: row.created_at,
  };
}

/** Without what is kept of the sending. */
export function rowFromWebhook(
  platformId: string,
  { id, url, types, secret, previous, paused, createdAt }: Webhook,
): Omit<WebhookRow, 'held_until' | 'claimed_by'> {
  return {
    ...{ id, platform_id: platformId, url, types: JSON.stringify(types), secret, created_at: createdAt },
    ...{ previous_secret: previous?.secret ?? null, previous_until: previous?.until ?? null },
    ...{ paused_at: paused?.at ?? null, pause_reason: paused?.reason ?? null },
  };
}

export function deliveryFromRow(row: WebhookDeliveryRow): WebhookDelivery {
  const { tried_at: at, status, fault, detail } = row;
  return {
    ...{ id: row.id, webhookId: row.webhook_id, eventId: row.event_id, type: row.type },
    ...{ payload: row.payload, state: row.state, attempts: row.attempts, createdAt: row.created_at },
    last: at === null ? null : { at, status, fault, detail },
  };
}

export function rowFromDelivery({
  id,
  webhookId,
  eventId,
  type,
  payload,
  state,
  attempts,
  createdAt,
  last,
}: WebhookDelivery): Omit<WebhookDeliveryRow, 'sequence'> {
  return {
    ...{ id, webhook_id: webhookId, event_id: eventId, type, payload, state, attempts },
    ...{ created_at: createdAt, tried_at: last?.at ?? null, status: last?.status ?? null },
    ...{ fault: last?.fault ?? null, detail: last?.detail ?? '' },
  };
}
