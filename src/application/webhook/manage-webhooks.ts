import type { EventType } from '../../domain/event/seance-event.js';
import { Refusal } from '../../domain/refusal.js';
import { rotated, type Webhook } from '../../domain/webhook/webhook.js';
import type { Clock } from '../../ports/clock.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { WebhookRepository } from '../../ports/webhook-repository.js';
import type { WebhookSender } from '../../ports/webhook-sender.js';
import type { Administration } from '../access/space-access.js';
import { once } from '../once.js';
import type { Transaction, Transactions } from '../transactions.js';
import { type WebhookView, webhookView } from './webhook-view.js';

export interface WebhookInput {
  readonly url: string;
  readonly types: readonly EventType[];
}

export interface WebhookChanges extends Partial<WebhookInput> {
  readonly paused?: boolean;
}

/** With the secret, which is told when it is made, and never again. */
export interface WebhookWithSecret extends WebhookView {
  readonly secret: string;
}

/** Adds, changes and deletes the addresses that are told what happens on a platform. */
export class ManageWebhooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly sender: WebhookSender,
    private readonly clock: Clock,
  ) {}

  async list({ platformId }: Administration): Promise<readonly WebhookView[]> {
    return this.transactions.read(async ({ webhooks }) =>
      this.viewsOf(webhooks, await webhooks.ofPlatform(platformId)),
    );
  }

  /** @throws Refusal `not-found` */
  async one({ platformId }: Administration, id: string): Promise<WebhookView> {
    return this.transactions.read(async ({ webhooks }) =>
      this.viewOf(webhooks, found(await webhooks.find(platformId, id))),
    );
  }

  /** @throws Refusal `validation` at `url` for an address that may not be asked. */
  async add(
    { platformId }: Administration,
    { url, types }: WebhookInput,
    attempt?: AttemptKey,
  ): Promise<WebhookWithSecret> {
    this.refuseFaulty(url);
    const secret = this.sender.newSecret();
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        const made = { id: transaction.newId(), createdAt: transaction.now, previous: null, paused: null };
        const webhook: Webhook = { ...made, url, types, secret };
        await transaction.webhooks.save(platformId, webhook);
        return { ...(await this.viewOf(transaction.webhooks, webhook)), secret };
      }),
    );
  }

  /** @throws Refusal `not-found`, `validation` at `url` for an address that may not be asked. */
  async edit({ platformId }: Administration, id: string, changes: WebhookChanges): Promise<WebhookView> {
    if (changes.url !== undefined) this.refuseFaulty(changes.url);
    return this.change(platformId, id, (before, transaction) => changed(before, changes, transaction.now));
  }

  /**
   * Gives it another secret; the one before signs beside it for a day.
   *
   * @throws Refusal `not-found`
   */
  async rotate({ platformId }: Administration, id: string): Promise<WebhookWithSecret> {
    const secret = this.sender.newSecret();
    const view = await this.change(platformId, id, (before, { now }) => rotated(before, secret, now));
    return { ...view, secret };
  }

  /** @throws Refusal `not-found` */
  async remove({ platformId }: Administration, id: string): Promise<void> {
    await this.transactions.write(async ({ webhooks }) => {
      found(await webhooks.lock(platformId, id));
      await webhooks.remove(id);
    });
  }

  private async change(
    platformId: string,
    id: string,
    work: (before: Webhook, transaction: Transaction) => Webhook,
  ): Promise<WebhookView> {
    return this.transactions.write(async (transaction) => {
      const after = work(found(await transaction.webhooks.lock(platformId, id)), transaction);
      await transaction.webhooks.save(platformId, after);
      return this.viewOf(transaction.webhooks, after);
    });
  }

  private async viewOf(webhooks: WebhookRepository, webhook: Webhook): Promise<WebhookView> {
    const [view] = await this.viewsOf(webhooks, [webhook]);
    return found(view);
  }

  private async viewsOf(
    webhooks: WebhookRepository,
    some: readonly Webhook[],
  ): Promise<readonly WebhookView[]> {
    const waiting = await webhooks.waiting(some.map(({ id }) => id));
    const now = this.clock.now();
    return some.map((webhook) => webhookView(webhook, waiting.get(webhook.id) ?? 0, now));
  }

  private refuseFaulty(url: string): void {
    const fault = this.sender.faultOf(url);
    if (fault) throw Refusal.field('url', fault);
  }
}

function changed(
  before: Webhook,
  { url, types, paused }: WebhookChanges,
  now: Webhook['createdAt'],
): Webhook {
  const after = { ...before, url: url ?? before.url, types: types ?? before.types };
  if (paused === undefined || paused === (before.paused !== null)) return after;
  return { ...after, paused: paused ? { reason: 'by-hand', at: now } : null };
}

/** @throws Refusal `not-found` */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Refusal('not-found');
  return thing;
}
