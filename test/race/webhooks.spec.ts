import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { groupedBy } from '../../src/domain/grouped.js';
import type { WebhookDelivery } from '../../src/domain/webhook/webhook.js';
import { onMysql } from '../support/databases.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { delivery, secret, webhook } from '../support/webhooks.js';
import { lease } from './delivery-run.js';

/** Twice as many as one process sends to at a time: both have something to do. */
const addresses = 16;
const each = 25;
/** Of them, a process that dies was sending to as many at most. */
const atOnce = 8;
/** In the middle of what the first claims hold. */
const arrivedBeforeDeath = 37;

onMysql('Two processes that send to the webhooks of one database', (database) => {
  let receiver: WebhookReceiver;
  let messages: readonly WebhookDelivery[];
  const work = () => new KnexUnitOfWork(database.open);

  beforeEach(async () => {
    for (const table of ['seance_webhook', 'seance_webhook_delivery']) await database.knex(table).delete();
    receiver = await WebhookReceiver.start(secret);
    const webhooks = Array.from({ length: addresses }, () => webhook({ url: receiver.url }));
    messages = webhooks.flatMap(({ id }) => Array.from({ length: each }, () => told(id)));
    await work().write(async (all) => {
      for (const one of webhooks) await all.webhooks.save('', one);
      await all.webhooks.add(messages);
    });
  });
  afterEach(() => receiver.stop());

  async function sending(diesAfter = 0): Promise<ChildProcess> {
    const child = fork(
      new URL('webhook-process.ts', import.meta.url),
      [database.address, String(diesAfter)],
      { execArgv: ['--import', 'tsx'] },
    );
    await once(child, 'message');
    return child;
  }

  /** All of them arrived, those of an address first in their order, and that is written down. */
  async function expectAllArrived(): Promise<void> {
    const webhookOf = new Map(messages.map(({ id, webhookId }) => [id, webhookId]));
    const byAddress = (ids: Iterable<string>) => groupedBy([...ids], (id) => webhookOf.get(id));
    const arrived = new Set(receiver.received.map(({ id }) => id));
    expect(byAddress(arrived)).to.deep.equal(byAddress(webhookOf.keys()));
    const states = await database.knex('seance_webhook_delivery').distinct('state').pluck('state');
    expect(states).to.deep.equal(['delivered']);
  }

  it('tell each address each message once, in order', async () => {
    const both = await Promise.all([sending(), sending()]);
    const ends = both.map((child) => once(child, 'exit'));
    for (const child of both) child.send(0);

    expect(await Promise.all(ends)).to.deep.equal([
      [0, null],
      [0, null],
    ]);
    expect(receiver.received).to.have.length(messages.length);
    await expectAllArrived();
  });

  it('lose nothing when one of them is killed between sending a message and writing that down', async () => {
    const [victim, survivor] = await Promise.all([sending(arrivedBeforeDeath), sending()]);
    const [death, end] = [once(victim, 'exit'), once(survivor, 'exit')];
    for (const child of [victim, survivor]) child.send(0);
    expect(await death).to.deep.equal([null, 'SIGKILL']);
    survivor.send(lease);

    expect(await end).to.deep.equal([0, null]);
    await expectAllArrived();
    const twice = receiver.received.length - messages.length;
    expect(twice, 'messages that arrived and were not written down').to.be.within(1, atOnce);
  });
});

/** A message of a type and an event of its own. */
function told(webhookId: string): WebhookDelivery {
  const message = delivery(webhookId);
  const { type, eventId } = message;
  return { ...message, payload: JSON.stringify({ type, data: { eventId } }) };
}
