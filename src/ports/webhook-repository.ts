import type { EventType } from '../domain/event/seance-event.js';
import type { Instant } from '../domain/time/schedule.js';
import type { DeliveryOutcome, DeliveryState, Webhook, WebhookDelivery } from '../domain/webhook/webhook.js';
import type { Claim } from './event-repository.js';

/** One that is claimed, with what waits for it. */
export interface ClaimedWebhook {
  readonly webhook: Webhook;
  /** In which they are to be sent; none when the claim came too late for any. */
  readonly deliveries: readonly WebhookDelivery[];
}

/** What becomes of a message after an attempt, and of its address. */
export interface DeliveryEnd {
  readonly state: DeliveryState;
  readonly outcome: DeliveryOutcome;
  readonly at: Instant;
  /** Why its address is paused from now on. */
  readonly pause?: 'failing' | 'gone';
}

export interface WebhookBacklog {
  /** Messages to addresses that are not paused. */
  readonly waiting: number;
  /** When the oldest of them was made; null when there is none. */
  readonly oldest: Instant | null;
  /** Addresses that were paused since they failed, or are gone. */
  readonly broken: readonly Pick<Webhook, 'id' | 'url'>[];
}

/** Addresses that are told what happens, and what each was told. */
export abstract class WebhookRepository {
  /** Of a platform, the oldest first. */
  abstract ofPlatform(platformId: string): Promise<readonly Webhook[]>;
  abstract find(platformId: string, id: string): Promise<Webhook | undefined>;
  /** Until the end of the transaction, nobody else changes it. */
  abstract lock(platformId: string, id: string): Promise<Webhook | undefined>;
  /** Adds one, or changes what it is; one that goes on after a pause is tried at once. */
  abstract save(platformId: string, webhook: Webhook): Promise<void>;
  /** With what it was told. */
  abstract remove(id: string): Promise<void>;
  /** Those of platforms that are told of one of `types` and are not paused, with the platform of each. */
  abstract toldOf(
    platformIds: readonly string[],
    types: readonly EventType[],
  ): Promise<readonly { readonly platformId: string; readonly webhook: Webhook }[]>;

  /** Adds messages, in their order; of an event that the address was told of, nothing. */
  abstract add(deliveries: readonly WebhookDelivery[]): Promise<void>;
  /** What an address was told, the latest first. */
  abstract latest(webhookId: string, limit: number): Promise<readonly WebhookDelivery[]>;
  /** How many messages wait, by address: of all that are asked for. */
  abstract waiting(webhookIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  abstract findDelivery(webhookId: string, id: string): Promise<WebhookDelivery | undefined>;
  /** Has a message wait as one that is new, and its address be tried at once. */
  abstract retry(delivery: WebhookDelivery): Promise<void>;

  /** Whether there is anything to claim: asked without a lock. */
  abstract hasDue(now: Instant): Promise<boolean>;
  /**
   * Claims addresses for which something waits, with their first messages: nobody else sends to them before the claim is
   * over. None but those that are not in `except`.
   */
  abstract claim(
    claim: Claim,
    now: Instant,
    limits: { readonly webhooks: number; readonly deliveries: number; readonly except: readonly string[] },
  ): Promise<readonly ClaimedWebhook[]>;
  /** Writes down what came of an attempt. @returns false, and nothing done, for who has lost the claim. */
  abstract note(token: string, delivery: WebhookDelivery, end: DeliveryEnd): Promise<boolean>;
  /** Gives an address back, which is not tried before `until`. */
  abstract release(token: string, webhookId: string, until: Instant): Promise<void>;

  abstract backlog(): Promise<WebhookBacklog>;
  /** Takes somebody's id out of all that is told of them. */
  abstract forgetUser(userId: string): Promise<void>;
  /** Removes messages that were made before `before`. @returns how many went, at most `limit`. */
  abstract removeOld(before: Instant, limit: number): Promise<number>;
}
