import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { type Instant, shiftInstant } from '../../src/domain/time/schedule.js';
import type { WebhookDelivery } from '../../src/domain/webhook/webhook.js';
import type { DeliveryEnd, WebhookRepository } from '../../src/ports/webhook-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon } from '../support/seance-records.js';
import { delivery, webhook } from '../support/webhooks.js';

const after = (seconds: number): Instant => shiftInstant(noon, seconds);
const token = 'worker';
const arrived: DeliveryEnd = {
  ...{ state: 'delivered', at: noon, outcome: { status: 204, fault: null, detail: '' } },
};

onEveryDatabase('WebhookRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const change = <T>(use: (webhooks: WebhookRepository) => Promise<T>) =>
    work().write(({ webhooks }) => use(webhooks));
  const ask = <T>(use: (webhooks: WebhookRepository) => Promise<T>) =>
    work().read(({ webhooks }) => use(webhooks));
  const claim = (now = noon, limits = {}, by = token) =>
    change((webhooks) =>
      webhooks.claim({ token: by, until: shiftInstant(now, 60) }, now, {
        ...{ webhooks: 10, deliveries: 10, except: [], ...limits },
      }),
    );
  const claimedIds = async (now = noon, limits = {}) =>
    (await claim(now, limits)).map(({ deliveries }) => deliveries.map(({ id }) => id));
  const added = async (parts = {}, count = 1): Promise<readonly WebhookDelivery[]> => {
    const one = webhook(parts);
    const deliveries = Array.from({ length: count }, () => delivery(one.id));
    await change(async (webhooks) => {
      await webhooks.save('', one);
      await webhooks.add(deliveries);
    });
    return deliveries;
  };

  afterEach(async () => {
    await database.knex('seance_webhook').delete();
    await database.knex('seance_webhook_delivery').delete();
  });

  it('gives back an address as it was saved, of its platform and of no other', async () => {
    const one = webhook({
      url: `https://example.org/${'é'.repeat(900)}?a="😀"`,
      types: ['seance.created', 'comment.added'],
      previous: { secret: 'whsec_before', until: after(60) },
      paused: { reason: 'by-hand', at: noon },
    });
    await change((webhooks) => webhooks.save('p', one));

    expect(await ask((webhooks) => webhooks.ofPlatform('p'))).to.deep.equal([one]);
    expect(await ask((webhooks) => webhooks.find('p', one.id))).to.deep.equal(one);
    expect(await change((webhooks) => webhooks.lock('p', one.id))).to.deep.equal(one);
    for (const platform of ['', 'P'])
      expect(
        await change((webhooks) =>
          Promise.all([webhooks.find(platform, one.id), webhooks.lock(platform, one.id)]),
        ),
      ).to.deep.equal([undefined, undefined]);
  });

  it('finds those that are told of a type and are not paused', async () => {
    const [told, other, paused, elsewhere] = [
      webhook(),
      webhook({ types: ['seance.deleted'] }),
      webhook({ paused: { reason: 'gone', at: noon } }),
      webhook(),
    ];
    await change(async (webhooks) => {
      for (const one of [told, other, paused]) await webhooks.save('', one);
      await webhooks.save('p', elsewhere);
    });

    expect(await ask((webhooks) => webhooks.toldOf([''], ['seance.created', 'seance.edited']))).to.deep.equal(
      [{ platformId: '', webhook: told }],
    );
  });

  it('adds a message once for each event and address', async () => {
    const [first] = await added();
    const again = delivery(first?.webhookId ?? '', { eventId: first?.eventId ?? '', payload: '{"a":1}' });
    await change((webhooks) => webhooks.add([again]));

    expect(await ask((webhooks) => webhooks.latest(again.webhookId, 100))).to.deep.equal([first]);
  });

  it('hands over what waits in order, to one at a time, and again when a claim is over', async () => {
    const messages = await added({}, 3);
    const ids = messages.map(({ id }) => id);
    expect(await ask((webhooks) => webhooks.hasDue(noon))).to.equal(true);
    expect(await claimedIds(noon, { deliveries: 2 })).to.deep.equal([ids.slice(0, 2)]);

    expect(await ask((webhooks) => webhooks.hasDue(after(59)))).to.equal(false);
    expect(await claimedIds(after(59))).to.deep.equal([]);
    expect(await claimedIds(after(60))).to.deep.equal([ids]);
  });

  it('hands over as many addresses as are asked for, and none of those that are left out', async () => {
    const [one] = await added();
    await added();
    const claimed = await claim(noon, { except: [one?.webhookId] });

    expect(claimed.map(({ webhook: { id } }) => id)).to.not.include(one?.webhookId);
    expect(claimed).to.have.length(1);
    await added();
    expect(await claimedIds(noon, { webhooks: 1 })).to.have.length(1);
  });

  it('hands over nothing of an address that is paused, until it goes on', async () => {
    const messages = await added({ paused: { reason: 'by-hand', at: noon } });
    const [one] = await ask((webhooks) => webhooks.ofPlatform(''));
    expect(await claimedIds()).to.deep.equal([]);
    if (one) await change((webhooks) => webhooks.save('', { ...one, paused: null }));

    expect(await claimedIds()).to.deep.equal([messages.map(({ id }) => id)]);
  });

  it('writes down what came of an attempt, for who has claimed the address alone', async () => {
    const [first] = await added({}, 2);
    if (!first) return;
    await claim();
    expect(await change((webhooks) => webhooks.note('another', first, arrived))).to.equal(false);
    expect((await ask((webhooks) => webhooks.findDelivery(first.webhookId, first.id)))?.state).to.equal(
      'waiting',
    );
    expect(await change((webhooks) => webhooks.note(token, first, arrived))).to.equal(true);

    expect(await ask((webhooks) => webhooks.findDelivery(first.webhookId, first.id))).to.deep.equal({
      ...{ ...first, state: 'delivered', attempts: 1 },
      last: { at: noon, status: 204, fault: null, detail: '' },
    });
    expect(await ask((webhooks) => webhooks.waiting([first.webhookId]))).to.deep.equal(
      new Map([[first.webhookId, 1]]),
    );
  });

  it('leaves an address alone until then when it is given back, and tries it at once when it is another', async () => {
    const [first] = await added();
    const id = first?.webhookId ?? '';
    await claim();
    await change((webhooks) => webhooks.release('another', id, noon));
    expect(await claimedIds(after(1))).to.deep.equal([]);
    await change((webhooks) => webhooks.release(token, id, after(600)));
    expect(await claimedIds(after(599))).to.deep.equal([]);
    const one = await ask((webhooks) => webhooks.find('', id));
    if (one) await change((webhooks) => webhooks.save('', { ...one, url: 'https://example.org/other' }));

    expect(await claimedIds(after(1))).to.deep.equal([[first?.id]]);
  });

  it('pauses an address with a reason, and counts it among those that are broken', async () => {
    const [first] = await added({ url: 'https://example.org/broken' }, 2);
    if (!first) return;
    await added();
    await claim();
    const outcome = { status: 410, fault: 'answer' as const, detail: 'Gone' };
    const end = { state: 'failed', outcome, at: after(5), pause: 'gone' } as const;
    expect(await change((webhooks) => webhooks.note(token, first, end))).to.equal(true);

    expect((await ask((webhooks) => webhooks.find('', first.webhookId)))?.paused).to.deep.equal({
      ...{ reason: 'gone', at: after(5) },
    });
    expect(await ask((webhooks) => webhooks.backlog())).to.deep.equal({
      ...{ waiting: 1, oldest: noon },
      broken: [{ id: first.webhookId, url: 'https://example.org/broken' }],
    });
    expect(await change((webhooks) => webhooks.note(token, first, arrived))).to.equal(false);
  });

  it('has a message wait again, and its address be tried at once', async () => {
    const [first] = await added();
    if (!first) return;
    await claim();
    await change((webhooks) => webhooks.note(token, first, { ...arrived, state: 'failed' }));
    await change((webhooks) => webhooks.release(token, first.webhookId, after(600)));
    expect(await claimedIds(after(1))).to.deep.equal([]);
    await change((webhooks) => webhooks.retry(first));

    const [claimed] = await claim(after(1));
    expect(claimed?.deliveries.map(({ id, attempts }) => [id, attempts])).to.deep.equal([[first.id, 0]]);
  });

  it('removes an address with what it was told, and nothing of another', async () => {
    const [first] = await added();
    const [other] = await added();
    await change((webhooks) => webhooks.remove(first?.webhookId ?? ''));

    expect(await database.knex('seance_webhook').pluck('id')).to.deep.equal([other?.webhookId]);
    expect(await database.knex('seance_webhook_delivery').pluck('id')).to.deep.equal([other?.id]);
  });

  it('removes what is old, a part at a time', async () => {
    const one = webhook();
    await change((webhooks) =>
      webhooks.add([1, 2, 3, 4].map((hour) => delivery(one.id, { createdAt: after(hour) }))),
    );
    const removeOld = () => change((webhooks) => webhooks.removeOld(after(4), 2));

    expect([await removeOld(), await removeOld(), await removeOld()]).to.deep.equal([2, 1, 0]);
    expect(await database.knex('seance_webhook_delivery').pluck('created_at')).to.deep.equal([after(4)]);
  });

  it('takes somebody out of what it tells, and nobody whose id is only alike', async () => {
    const one = webhook();
    const named = (id: string) =>
      JSON.stringify({
        type: 'seance.edited',
        data: { actorId: id, userId: id, details: { after: { trainers: [{ id, name: 'Ada' }] } } },
      });
    await change((webhooks) =>
      webhooks.add(['ada', 'Ada', 'ada2'].map((id) => delivery(one.id, { payload: named(id) }))),
    );
    await change((webhooks) => webhooks.forgetUser('ada'));

    const payloads = await database.knex('seance_webhook_delivery').orderBy('sequence').pluck('payload');
    expect(payloads).to.deep.equal([
      named('').replace('"name":"Ada"', '"name":""'),
      named('Ada'),
      named('ada2'),
    ]);
  });
});
