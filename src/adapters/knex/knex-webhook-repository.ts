import type { Knex } from 'knex';
import type { EventType } from '../../domain/event/seance-event.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Webhook, WebhookDelivery } from '../../domain/webhook/webhook.js';
import type { Claim } from '../../ports/event-repository.js';
import type {
  ClaimedWebhook,
  DeliveryEnd,
  WebhookBacklog,
  WebhookRepository,
} from '../../ports/webhook-repository.js';
import { waitingOf } from './count-of.js';
import { contains } from './dialect.js';
import { chunks, replaceRows } from './many-rows.js';
import type { WebhookDeliveryRow, WebhookRow } from './tables.js';
import { deliveryFromRow, rowFromDelivery, rowFromWebhook, webhookFromRow } from './webhook-row.js';

export class KnexWebhookRepository implements WebhookRepository {
  constructor(private readonly knex: Knex) {}

  async ofPlatform(platformId: string): Promise<readonly Webhook[]> {
    const rows = await this.webhooks().where({ platform_id: platformId }).orderBy(['created_at', 'id']);
    return rows.map(webhookFromRow);
  }

  async find(platformId: string, id: string): Promise<Webhook | undefined> {
    const row = await this.webhooks().where({ platform_id: platformId, id }).first();
    return row && webhookFromRow(row);
  }

  async lock(platformId: string, id: string): Promise<Webhook | undefined> {
    const row = await this.webhooks().where({ platform_id: platformId, id }).forUpdate().first();
    return row && webhookFromRow(row);
  }

  async save(platformId: string, webhook: Webhook): Promise<void> {
    const before = await this.find(platformId, webhook.id);
    const row = rowFromWebhook(platformId, webhook);
    await this.webhooks().insert(row).onConflict('id').merge();
    if (before && (before.paused || before.url !== webhook.url)) await this.tryAtOnce(webhook.id);
  }

  async remove(id: string): Promise<void> {
    await this.webhooks().where({ id }).delete();
    await this.deliveries().where({ webhook_id: id }).delete();
  }

  async toldOf(
    platformIds: readonly string[],
    types: readonly EventType[],
  ): Promise<readonly { readonly platformId: string; readonly webhook: Webhook }[]> {
    const found = [];
    for (const ids of chunks(platformIds))
      for (const row of await this.webhooks()
        .whereIn('platform_id', ids)
        .whereNull('paused_at')
        .orderBy(['created_at', 'id']))
        found.push({ platformId: row.platform_id, webhook: webhookFromRow(row) });
    return found.filter(({ webhook }) => webhook.types.some((type) => types.includes(type)));
  }

  async add(deliveries: readonly WebhookDelivery[]): Promise<void> {
    await replaceRows<WebhookDeliveryRow>(
      this.knex,
      'seance_webhook_delivery',
      deliveries.map(rowFromDelivery),
      ['event_id'],
      ['webhook_id', 'event_id'],
    );
  }

  async latest(webhookId: string, limit: number): Promise<readonly WebhookDelivery[]> {
    const rows = await this.deliveries()
      .where({ webhook_id: webhookId })
      .orderBy('sequence', 'desc')
      .limit(limit);
    return rows.map(deliveryFromRow);
  }

  async waiting(webhookIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map(webhookIds.map((id) => [id, 0]));
    for (const ids of chunks(webhookIds)) {
      const rows = await this.deliveries()
        .whereIn('webhook_id', ids)
        .where({ state: 'waiting' })
        .groupBy('webhook_id')
        .select('webhook_id')
        .count<{ webhook_id: string; total: number }[]>({ total: '*' });
      for (const { webhook_id: id, total } of rows) counts.set(id, total);
    }
    return counts;
  }

  async findDelivery(webhookId: string, id: string): Promise<WebhookDelivery | undefined> {
    const row = await this.deliveries().where({ webhook_id: webhookId, id }).first();
    return row && deliveryFromRow(row);
  }

  async retry({ id, webhookId }: WebhookDelivery): Promise<void> {
    await this.deliveries().where({ id }).update({ state: 'waiting', attempts: 0 });
    await this.tryAtOnce(webhookId);
  }

  async hasDue(now: Instant): Promise<boolean> {
    return (await this.due(now).first('id')) !== undefined;
  }

  async claim(
    { token, until }: Claim,
    now: Instant,
    limits: { readonly webhooks: number; readonly deliveries: number; readonly except: readonly string[] },
  ): Promise<readonly ClaimedWebhook[]> {
    const found = await this.due(now)
      .whereNotIn('id', [...limits.except])
      .orderBy(['held_until', 'id'])
      .limit(limits.webhooks)
      .pluck('id');
    const claimed: ClaimedWebhook[] = [];
    for (const id of found) {
      // Found without a lock: whether it still is anybody's to have is asked again by what claims it.
      const held = this.webhooks().where({ id }).whereNull('paused_at').where('held_until', '<=', now);
      if ((await held.update({ claimed_by: token, held_until: until })) === 0) continue;
      const row = await this.webhooks().where({ id, claimed_by: token }).first();
      if (row)
        claimed.push({
          webhook: webhookFromRow(row),
          deliveries: await this.first(id, limits.deliveries),
        });
    }
    return claimed;
  }

  async note(
    token: string,
    delivery: WebhookDelivery,
    { state, outcome, at, pause }: DeliveryEnd,
  ): Promise<boolean> {
    const own = () => this.webhooks().where({ id: delivery.webhookId, claimed_by: token });
    const row = await own().forUpdate().first();
    if (!row) return false;
    await this.deliveries()
      .where({ id: delivery.id })
      .update({ state, attempts: delivery.attempts + 1, tried_at: at, ...outcome });
    if (pause !== undefined && row.paused_at === null)
      await own().update({ paused_at: at, pause_reason: pause });
    return row.paused_at === null;
  }

  async release(token: string, webhookId: string, until: Instant): Promise<void> {
    await this.webhooks()
      .where({ id: webhookId, claimed_by: token })
      .update({ claimed_by: null, held_until: until });
  }

  async backlog(): Promise<WebhookBacklog> {
    const waiting = this.deliveries()
      .whereIn('webhook_id', this.webhooks().whereNull('paused_at').select('id'))
      .where({ state: 'waiting' });
    const broken = await this.webhooks()
      .whereIn('pause_reason', ['failing', 'gone'])
      .orderBy(['paused_at', 'id'])
      .select('id', 'url');
    return { ...(await waitingOf(waiting, 'created_at')), broken };
  }

  async forgetUser(userId: string): Promise<void> {
    const rows = await this.deliveries()
      .whereRaw(contains('payload'), [JSON.stringify(userId)])
      .select('id', 'payload');
    for (const { id, payload } of rows)
      await this.deliveries()
        .where({ id })
        .update({ payload: without(userId, payload) });
  }

  async removeOld(before: Instant, limit: number): Promise<number> {
    const old = await this.deliveries()
      .where('created_at', '<', before)
      .orderBy('created_at')
      .limit(limit)
      .pluck('sequence');
    await this.deliveries().whereIn('sequence', old).delete();
    return old.length;
  }

  /** Addresses for which something waits, and that nothing holds. */
  private due(now: Instant) {
    const waiting = this.deliveries()
      .where({ state: 'waiting' })
      .whereRaw('webhook_id = seance_webhook.id')
      .select('webhook_id');
    return this.webhooks().whereNull('paused_at').where('held_until', '<=', now).whereExists(waiting);
  }

  private async first(webhookId: string, limit: number): Promise<readonly WebhookDelivery[]> {
    const rows = await this.deliveries()
      .where({ webhook_id: webhookId, state: 'waiting' })
      .orderBy('sequence')
      .limit(limit);
    return rows.map(deliveryFromRow);
  }

  /** Unless somebody sends to it already. */
  private async tryAtOnce(id: string): Promise<void> {
    await this.webhooks().where({ id }).whereNull('claimed_by').update({ held_until: '' });
  }

  private webhooks() {
    return this.knex<WebhookRow>('seance_webhook');
  }

  private deliveries() {
    return this.knex<WebhookDeliveryRow>('seance_webhook_delivery');
  }
}

/** A payload in which somebody is named no longer. */
function without(userId: string, payload: string): string {
  return JSON.stringify(JSON.parse(payload), (key, value: unknown) => {
    if (value === userId && (key === 'actorId' || key === 'userId')) return '';
    return (value as { readonly id?: unknown } | null)?.id === userId ? { id: '', name: '' } : value;
  });
}
