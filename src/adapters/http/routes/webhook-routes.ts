import type { ManageWebhooks } from '../../../application/webhook/manage-webhooks.js';
import type { WebhookDeliveries } from '../../../application/webhook/webhook-deliveries.js';
import { adminRoute, type Route } from '../route.js';
import {
  webhook,
  webhookChanges,
  webhookDelivery,
  webhookDeliveryList,
  webhookInput,
  webhookList,
  webhookWithSecret,
} from '../schemas/webhook-schemas.js';

export interface WebhookUseCases {
  readonly manageWebhooks: ManageWebhooks;
  readonly webhookDeliveries: WebhookDeliveries;
}

const collection = '/api/v1/admin/webhooks';
const item = `${collection}/{id}` as const;
const oneWebhook = {
  status: 200,
  description: 'The webhook.',
  schema: { name: 'Webhook', schema: webhook },
};
const withSecret = { name: 'WebhookWithSecret', schema: webhookWithSecret };
const oneDelivery = { name: 'WebhookDelivery', schema: webhookDelivery };

export function webhookRoutes(useCases: WebhookUseCases): readonly Route[] {
  return [...readingRoutes(useCases), ...writingRoutes(useCases), ...sendingRoutes(useCases)];
}

function readingRoutes({ manageWebhooks, webhookDeliveries }: WebhookUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'GET',
      path: collection,
      operationId: 'listWebhooks',
      summary: 'The addresses that are told what happens on the platform.',
      answer: {
        status: 200,
        description: 'All of them, the oldest first.',
        schema: { name: 'WebhookList', schema: webhookList },
      },
      refusals: [],
      handle: async ({ administration }) => ({
        status: 200,
        body: { items: await manageWebhooks.list(administration) },
      }),
    }),
    adminRoute({
      method: 'GET',
      path: item,
      operationId: 'getWebhook',
      summary: 'One of them.',
      answer: oneWebhook,
      refusals: ['not-found'],
      handle: async ({ administration, params }) => ({
        status: 200,
        body: await manageWebhooks.one(administration, params.id),
      }),
    }),
    adminRoute({
      method: 'GET',
      path: `${item}/deliveries`,
      operationId: 'listWebhookDeliveries',
      summary: 'What it was told in the last 30 days.',
      answer: {
        status: 200,
        description: 'The last 100 messages, the latest first.',
        schema: { name: 'WebhookDeliveryList', schema: webhookDeliveryList },
      },
      refusals: ['not-found'],
      handle: async ({ administration, params }) => ({
        status: 200,
        body: { items: await webhookDeliveries.list(administration, params.id) },
      }),
    }),
  ];
}

function writingRoutes({ manageWebhooks }: WebhookUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'POST',
      path: collection,
      operationId: 'addWebhook',
      summary: 'Has an address be told of what happens from now on.',
      body: { name: 'WebhookInput', schema: webhookInput },
      idempotent: true,
      answer: {
        status: 201,
        description: 'The new webhook, with its secret; Location is its address here.',
        schema: withSecret,
      },
      refusals: [],
      handle: async ({ administration, body, attempt, addressOf }) => {
        const added = await manageWebhooks.add(administration, body, attempt);
        return { status: 201, body: added, headers: { location: addressOf(item, { id: added.id }) } };
      },
    }),
    adminRoute({
      method: 'PATCH',
      path: item,
      operationId: 'editWebhook',
      summary: 'Changes what the body names, pauses it or has it go on.',
      body: { name: 'WebhookChanges', schema: webhookChanges },
      answer: oneWebhook,
      refusals: ['not-found'],
      handle: async ({ administration, params, body }) => ({
        status: 200,
        body: await manageWebhooks.edit(administration, params.id, body),
      }),
    }),
    adminRoute({
      method: 'DELETE',
      path: item,
      operationId: 'deleteWebhook',
      summary: 'Tells an address nothing any more; what waits for it goes, too.',
      answer: { status: 204, description: 'Deleted.' },
      refusals: ['not-found'],
      handle: async ({ administration, params }) => {
        await manageWebhooks.remove(administration, params.id);
        return { status: 204 };
      },
    }),
    adminRoute({
      method: 'POST',
      path: `${item}/rotate`,
      operationId: 'rotateWebhookSecret',
      summary: 'Gives it another secret; for a day, the one before signs beside it.',
      answer: { status: 200, description: 'The webhook, with its new secret.', schema: withSecret },
      refusals: ['not-found'],
      handle: async ({ administration, params }) => ({
        status: 200,
        body: await manageWebhooks.rotate(administration, params.id),
      }),
    }),
  ];
}

function sendingRoutes({ webhookDeliveries }: WebhookUseCases): readonly Route[] {
  return [
    adminRoute({
      method: 'POST',
      path: `${item}/trial`,
      operationId: 'tryWebhook',
      summary: 'Sends a message of the type webhook.trial at once.',
      answer: { status: 200, description: 'What came of it, good or bad.', schema: oneDelivery },
      refusals: ['not-found'],
      handle: async ({ administration, params }) => ({
        status: 200,
        body: await webhookDeliveries.try(administration, params.id),
      }),
    }),
    adminRoute({
      method: 'POST',
      path: `${item}/deliveries/{did}/retry`,
      operationId: 'retryWebhookDelivery',
      summary: 'Has a message sent again, whatever came of it.',
      answer: { status: 200, description: 'The message, which waits.', schema: oneDelivery },
      refusals: ['not-found'],
      handle: async ({ administration, params }) => ({
        status: 200,
        body: await webhookDeliveries.retry(administration, params.id, params.did),
      }),
    }),
  ];
}
