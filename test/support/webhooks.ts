import type { Webhook, WebhookDelivery } from '../../src/domain/webhook/webhook.js';
import { nextId, noon } from './seance-records.js';

/** A secret of the tests. */
export const secret = `whsec_${Buffer.from('a key of 32 bytes, for the tests').toString('base64')}`;

/** An address that is told of what `parts` say. */
export function webhook(parts: Partial<Webhook> = {}): Webhook {
  return {
    ...{ id: nextId(), url: 'https://erp.example.org/hook', types: ['seance.created'], secret },
    ...{ previous: null, paused: null, createdAt: noon },
    ...parts,
  };
}

/** A message to it that waits. */
export function delivery(webhookId: string, parts: Partial<WebhookDelivery> = {}): WebhookDelivery {
  return {
    ...{ id: nextId(), webhookId, eventId: nextId(), type: 'seance.created', payload: '{}' },
    ...{ state: 'waiting', attempts: 0, createdAt: noon, last: null },
    ...parts,
  };
}
