import { webhookRoutes } from '../adapters/http/routes/webhook-routes.js';
import { Repeater } from '../adapters/system/repeater.js';
import { Transactions } from '../application/transactions.js';
import { ForgetDeliveries } from '../application/webhook/forget-deliveries.js';
import { ManageWebhooks } from '../application/webhook/manage-webhooks.js';
import { SendDeliveries } from '../application/webhook/send-deliveries.js';
import { WebhookDeliveries } from '../application/webhook/webhook-deliveries.js';
import { Clock } from '../ports/clock.js';
import { IdGenerator } from '../ports/id-generator.js';
import { Logger } from '../ports/logger.js';
import { Metrics } from '../ports/metrics.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import { WebhookSender } from '../ports/webhook-sender.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

/** How often it looks for something to send, in milliseconds, and for what is too old. */
const every = 1_000;
const everyForgetting = 60 * 60 * 1_000;

export const webhookFeature: Feature = {
  bind(container) {
    provide(container, ManageWebhooks, [Transactions, WebhookSender, Clock]);
    provide(container, WebhookDeliveries, [UnitOfWork, WebhookSender, IdGenerator, Clock]);
    provide(container, SendDeliveries, [UnitOfWork, WebhookSender, IdGenerator, Clock, Logger, Metrics]);
    provide(container, ForgetDeliveries, [UnitOfWork, Clock]);
  },
  routes: (container) =>
    webhookRoutes({
      manageWebhooks: container.get(ManageWebhooks),
      webhookDeliveries: container.get(WebhookDeliveries),
    }),
  work(container) {
    const [logger, metrics] = [container.get(Logger), container.get(Metrics)];
    return [
      new Repeater('webhooks', every, logger, metrics, async (isEnding) => {
        const sent = await container.get(SendDeliveries).run(isEnding);
        return sent > 0;
      }),
      new Repeater('forgetting webhooks', everyForgetting, logger, metrics, async () => {
        await container.get(ForgetDeliveries).run();
        return false;
      }),
    ];
  },
};
