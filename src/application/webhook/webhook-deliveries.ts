import { secretsOf, trialType, type Webhook, type WebhookDelivery } from '../../domain/webhook/webhook.js';
import type { Clock } from '../../ports/clock.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { WebhookSender } from '../../ports/webhook-sender.js';
import type { Administration } from '../access/space-access.js';
import { found } from './manage-webhooks.js';
import { type DeliveryView, deliveryView } from './webhook-view.js';

/** How many an administrator is shown. */
const mostShown = 100;

/** What an address was told: to read, to try out, and to send again. */
export class WebhookDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sender: WebhookSender,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /**
   * The latest first.
   *
   * @throws Refusal `not-found`
   */
  async list({ platformId }: Administration, id: string): Promise<readonly DeliveryView[]> {
    const latest = await this.unitOfWork.read(async ({ webhooks }) => {
      found(await webhooks.find(platformId, id));
      return webhooks.latest(id, mostShown);
    });
    return latest.map(deliveryView);
  }

  /**
   * Sends a message at once, also to an address that is paused, and says what came of it. It is not tried again by itself.
   *
   * @throws Refusal `not-found`
   */
  async try({ platformId }: Administration, id: string): Promise<DeliveryView> {
    const webhook = found(await this.unitOfWork.read(({ webhooks }) => webhooks.find(platformId, id)));
    const trial = await this.sentTrial(webhook);
    await this.unitOfWork.write(async ({ webhooks }) => {
      // It may have been deleted meanwhile.
      if (await webhooks.lock(platformId, id)) await webhooks.add([trial]);
    });
    return deliveryView(trial);
  }

  /**
   * Has a message sent again, whatever came of it, as soon as its address is not paused.
   *
   * @throws Refusal `not-found`
   */
  async retry({ platformId }: Administration, id: string, deliveryId: string): Promise<DeliveryView> {
    return this.unitOfWork.write(async ({ webhooks }) => {
      found(await webhooks.lock(platformId, id));
      await webhooks.retry(found(await webhooks.findDelivery(id, deliveryId)));
      return deliveryView(found(await webhooks.findDelivery(id, deliveryId)));
    });
  }

  private async sentTrial(webhook: Webhook): Promise<WebhookDelivery> {
    const [id, eventId, createdAt] = [this.ids.next(), this.ids.next(), this.clock.now()];
    const payload = JSON.stringify({
      type: trialType,
      timestamp: createdAt,
      data: { webhookId: webhook.id },
    });
    const secrets = secretsOf(webhook, createdAt);
    const outcome = await this.sender.send(webhook.url, { id, payload, secrets });
    return {
      ...{ id, webhookId: webhook.id, eventId, type: trialType, payload, attempts: 1, createdAt },
      state: outcome.fault === null ? 'delivered' : 'failed',
      last: { ...outcome, at: this.clock.now() },
    };
  }
}
