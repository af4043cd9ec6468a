import { shiftInstant } from '../../domain/time/schedule.js';
import {
  type DeliveryOutcome,
  pauseAfter,
  secretsOf,
  type Webhook,
  type WebhookDelivery,
} from '../../domain/webhook/webhook.js';
import type { Clock } from '../../ports/clock.js';
import type { Claim } from '../../ports/event-repository.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ClaimedWebhook, DeliveryEnd } from '../../ports/webhook-repository.js';
import type { WebhookSender } from '../../ports/webhook-sender.js';

/** How many addresses one process sends to at a time, and how many messages to each before others get their turn. */
const webhooksAtOnce = 8;
const deliveriesAtOnce = 50;
/** How long a claim lasts, and how long before its end nothing is begun: longer than any answer may take. */
const leaseSeconds = 300;
const patienceSeconds = 30;
/** How often it looks for other addresses while it waits for one. In milliseconds. */
const lookEvery = 500;

/** Sends what waits, in order to each address, each for itself: one that is slow or broken holds no other up. */
export class SendDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sender: WebhookSender,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Sends until there is nothing to send, or until it is to end.
   *
   * @returns how many addresses something was sent to.
   */
  async run(isEnding: () => boolean = () => false): Promise<number> {
    const lanes = new Map<string, Promise<void>>();
    const failures: unknown[] = [];
    let count = 0;
    do {
      const claim = this.newClaim();
      for (const claimed of isEnding() ? [] : await this.claimed(claim, [...lanes.keys()])) {
        const { id } = claimed.webhook;
        count += 1;
        const lane = this.sendAll(claimed, claim, isEnding)
          .catch((error: unknown) => failures.push(error))
          .then(() => void lanes.delete(id));
        lanes.set(id, lane);
      }
      await firstOf(lanes.values());
    } while (lanes.size > 0);
    if (failures.length > 0) throw failures[0];
    return count;
  }

  private newClaim(): Claim {
    return { token: this.ids.next(), until: shiftInstant(this.clock.now(), leaseSeconds) };
  }

  private async claimed(claim: Claim, except: readonly string[]): Promise<readonly ClaimedWebhook[]> {
    const now = this.clock.now();
    const webhooks = webhooksAtOnce - except.length;
    if (webhooks === 0 || !(await this.unitOfWork.read((all) => all.webhooks.hasDue(now)))) return [];
    const limits = { webhooks, deliveries: deliveriesAtOnce, except };
    return this.unitOfWork.write((all) => all.webhooks.claim(claim, now, limits));
  }

  /** One after the other; what follows a failure waits for it. */
  private async sendAll(
    { webhook, deliveries }: ClaimedWebhook,
    { token, until }: Claim,
    isEnding: () => boolean,
  ): Promise<void> {
    let pause = 0;
    for (const delivery of deliveries) {
      if (isEnding() || this.clock.now() > shiftInstant(until, -patienceSeconds)) break;
      const outcome = await this.send(webhook, delivery);
      const next = endOf(delivery, outcome, Math.random());
      const end: DeliveryEnd = { ...next.end, outcome, at: this.clock.now() };
      const goesOn = await this.unitOfWork.write((all) => all.webhooks.note(token, delivery, end));
      this.tell(webhook, delivery, end, next.pause);
      pause = next.pause;
      if (!goesOn || outcome.fault !== null) break;
    }
    const next = shiftInstant(this.clock.now(), pause);
    await this.unitOfWork.write((all) => all.webhooks.release(token, webhook.id, next));
  }

  private send(webhook: Webhook, { id, payload }: WebhookDelivery): Promise<DeliveryOutcome> {
    return this.sender.send(webhook.url, { id, payload, secrets: secretsOf(webhook, this.clock.now()) });
  }

  private tell(webhook: Webhook, delivery: WebhookDelivery, end: DeliveryEnd, pause: number): void {
    const { fault, status } = end.outcome;
    const outcome = fault === null ? 'delivered' : end.state === 'failed' ? 'given-up' : 'failed';
    this.metrics.count('seances_webhook_attempts_total', 1, { outcome });
    if (fault === null) return;
    const values = { webhook: webhook.id, delivery: delivery.id, type: delivery.type, fault, status };
    if (end.pause !== undefined) this.logger.error({ ...values, reason: end.pause }, 'a webhook was paused');
    else this.logger.warn({ ...values, pause }, 'a webhook could not be delivered; it is tried again');
  }
}

/** What becomes of a message, and for how long its address is left alone, in seconds. */
function endOf(
  { attempts }: WebhookDelivery,
  { status, fault }: DeliveryOutcome,
  random: number,
): { readonly end: Pick<DeliveryEnd, 'state' | 'pause'>; readonly pause: number } {
  if (fault === null) return { end: { state: 'delivered' }, pause: 0 };
  if (status === 410) return { end: { state: 'failed', pause: 'gone' }, pause: 0 };
  const pause = pauseAfter(attempts + 1, random);
  if (pause === undefined) return { end: { state: 'failed', pause: 'failing' }, pause: 0 };
  return { end: { state: 'waiting' }, pause };
}

/** Until one of them is done, or it is time to look again. */
async function firstOf(lanes: Iterable<Promise<void>>): Promise<void> {
  const all = [...lanes];
  if (all.length === 0) return;
  let timer: NodeJS.Timeout | undefined;
  const look = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, lookEvery);
  });
  await Promise.race([...all, look]);
  clearTimeout(timer);
}
