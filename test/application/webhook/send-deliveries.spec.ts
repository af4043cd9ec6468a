import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { HttpWebhookSender } from '../../../src/adapters/webhook/http-webhook-sender.js';
import { DeriveNotices } from '../../../src/application/notice/derive-notices.js';
import { ForgetDeliveries } from '../../../src/application/webhook/forget-deliveries.js';
import { SendDeliveries } from '../../../src/application/webhook/send-deliveries.js';
import { shiftInstant } from '../../../src/domain/time/schedule.js';
import { rotated, type Webhook } from '../../../src/domain/webhook/webhook.js';
import { FixedClock, RecordingLogger } from '../../../src/testing/index.js';
import { onDatabase } from '../../support/databases.js';
import { seanceEvent } from '../../support/seance-events.js';
import { nextId, noon } from '../../support/seance-records.js';
import { secret, webhook } from '../../support/webhooks.js';
import { WebhookReceiver } from '../../support/webhook-receiver.js';

const nextSecret = `whsec_${Buffer.from('another key of 32 bytes or more..').toString('base64')}`;
const day = 24 * 3_600;

onDatabase('The delivery to webhooks', (database) => {
  let clock: FixedClock;
  let counted: string[];
  let receivers: WebhookReceiver[];
  const work = () => new KnexUnitOfWork(database.open);
  const ids = new UuidGenerator();
  const metrics = {
    count: (name: string, _: number, labels: object) =>
      void counted.push(`${name} ${Object.values(labels).join()}`),
    observe: () => undefined,
  };
  const worker = (lasts: number, allowHttp = true) =>
    new SendDeliveries(
      work(),
      new HttpWebhookSender(allowHttp, { lasts, bytes: 1_000, isCut: true }),
      ids,
      clock,
      new RecordingLogger(),
      metrics,
    );
  const send = (isEnding?: () => boolean, lasts = 10_000) => worker(lasts).run(isEnding);
  const derive = () => new DeriveNotices(work(), ids, clock).run();
  const happened = async (...types: readonly ('seance.created' | 'seance.deleted')[]) => {
    const events = types.map((type) => seanceEvent(nextId(), type, { at: clock.now() }));
    await work().write(({ events: log }) => log.append(events));
    await derive();
    return events.map(({ id }) => id);
  };
  const save = async (one: Webhook, platformId = '') => {
    await work().write(({ webhooks }) => webhooks.save(platformId, one));
    return one;
  };
  const stored = (id: string) => work().read(({ webhooks }) => webhooks.find('', id));
  const latest = (id: string) => work().read(({ webhooks }) => webhooks.latest(id, 1_000));
  const listening = async (...secrets: readonly string[]) => {
    const receiver = await WebhookReceiver.start(...secrets);
    receivers.push(receiver);
    return receiver;
  };

  beforeEach(async () => {
    for (const table of ['seance_webhook', 'seance_webhook_delivery', 'seance_event'])
      await database.knex(table).delete();
    clock = new FixedClock(noon);
    counted = [];
    receivers = [];
  });
  afterEach(() => receivers.forEach((receiver) => receiver.stop()));

  it('tells an address of the types that it asks for, in order, each once, and signed', async () => {
    const receiver = await listening(secret);
    const { id } = await save(webhook({ url: receiver.url }));
    const [one, , other] = await happened('seance.created', 'seance.deleted', 'seance.created');
    await Promise.all([send(), send(), send()]);

    expect(receiver.received.map(({ eventId, type }) => [eventId, type])).to.deep.equal([
      [one, 'seance.created'],
      [other, 'seance.created'],
    ]);
    expect((await latest(id)).map(({ id: told, state }) => [told, state]).toReversed()).to.deep.equal(
      receiver.received.map((message) => [message.id, 'delivered']),
    );
    expect(counted).to.deep.equal(Array(2).fill('seances_webhook_attempts_total delivered'));
  });

  it('tells nobody of what happened before, on another platform, or while it is paused', async () => {
    const receiver = await listening(secret);
    await happened('seance.created');
    await save(webhook({ url: receiver.url }), 'p');
    await save(webhook({ url: receiver.url, paused: { reason: 'by-hand', at: noon } }));
    await happened('seance.created');

    expect([await send(), receiver.received]).to.deep.equal([0, []]);
    expect(await database.knex('seance_webhook_delivery')).to.deep.equal([]);
  });

  it('is lost with the transaction that derives it, and derived again', async () => {
    const { id } = await save(webhook());
    const event = seanceEvent(nextId(), 'seance.created');
    await work().write(({ events }) => events.append([event]));
    await Promise.all([derive(), derive(), derive()]);
    await database.knex('seance_event').update({ derive_at: noon });
    await derive();

    expect((await latest(id)).map(({ eventId }) => eventId)).to.deep.equal([event.id]);
  });

  it('signs with both secrets for a day after a rotation, and then with the new one alone', async () => {
    const receiver = await listening(nextSecret);
    await save(rotated(webhook({ url: receiver.url }), nextSecret, noon));
    await happened('seance.created');
    await send();
    clock.advance(day);
    await happened('seance.created');
    await send();

    expect(receiver.received.map(({ signatures }) => signatures)).to.deep.equal([2, 1]);
    expect((await listening(secret)).received).to.deep.equal([]);
  });

  it('is read by who still has the secret from before', async () => {
    const receiver = await listening(secret);
    await save(rotated(webhook({ url: receiver.url }), nextSecret, noon));
    await happened('seance.created');
    await send();

    expect(receiver.received).to.have.length(1);
  });

  it('tries again what failed, and what comes after waits for it', async () => {
    const receiver = await listening(secret);
    const { id } = await save(webhook({ url: receiver.url }));
    const events = await happened('seance.created', 'seance.created');
    receiver.answer = (_, response) => response.writeHead(503).end(`Down\r\n<b>${'é'.repeat(400)}`);
    await send();
    expect([await send(), receiver.received.length]).to.deep.equal([0, 1]);
    const failed = (await latest(id)).at(-1);
    expect(failed?.last).to.deep.include({ at: noon, status: 503, fault: 'answer' });
    expect(failed?.last?.detail).to.match(/^Down <b>é{100,}$/);
    receiver.answer = (_, response) => response.writeHead(200).end();
    clock.advance(6);
    await send();

    expect(receiver.received.map(({ eventId }) => eventId)).to.deep.equal([events[0], ...events]);
    expect(new Set(receiver.received.map((message) => message.id)).size).to.equal(2);
  });

  it('pauses an address that fails for a day, says why, and goes on with what comes after when it is told to', async () => {
    const receiver = await listening(secret);
    const before = await save(webhook({ url: receiver.url }));
    const [, next] = await happened('seance.created', 'seance.created');
    receiver.answer = (_, response) => response.writeHead(500).end();
    let hours = 0;
    while (!(await stored(before.id))?.paused && hours < 100) {
      await send();
      clock.advance(3_600);
      hours += 1;
    }
    expect(hours).to.be.within(20, 36);
    expect((await stored(before.id))?.paused?.reason).to.equal('failing');
    expect((await latest(before.id)).map(({ state }) => state)).to.deep.equal(['waiting', 'failed']);
    expect(counted.at(-1)).to.equal('seances_webhook_attempts_total given-up');
    receiver.answer = (_, response) => response.writeHead(200).end();
    expect(await send()).to.equal(0);
    await save({ ...before, paused: null });
    await send();

    expect(receiver.received.at(-1)?.eventId).to.equal(next);
  });

  it('pauses an address that says that it is gone', async () => {
    const receiver = await listening(secret);
    const { id } = await save(webhook({ url: receiver.url }));
    await happened('seance.created');
    receiver.answer = (_, response) => response.writeHead(410).end();
    await send();

    expect((await stored(id))?.paused).to.deep.equal({ reason: 'gone', at: noon });
  });

  it('follows no redirect, and reads no answer to its end that has none', async () => {
    const [elsewhere, redirecting, endless] = [
      await listening(secret),
      await listening(secret),
      await listening(secret),
    ];
    redirecting.answer = (_, response) => response.writeHead(307, { location: elsewhere.url }).end();
    let written = 0;
    endless.answer = (_, response) => {
      const pour = (): void => {
        written += 1;
        if (!response.destroyed && written < 1_000_000) response.write('x'.repeat(1_000), pour);
      };
      response.writeHead(200);
      pour();
    };
    const [redirected] = [await save(webhook({ url: redirecting.url })), await happened('seance.created')];
    await send();
    const poured = await save(webhook({ url: endless.url }));
    await happened('seance.created');
    await send();

    expect(elsewhere.received).to.deep.equal([]);
    expect((await latest(redirected.id)).at(-1)?.last).to.deep.include({ status: 307, fault: 'answer' });
    expect((await latest(poured.id))[0]?.state).to.equal('delivered');
    expect(written).to.be.below(1_000_000);
  });

  it('sends nothing inside a network, whatever leads there', async () => {
    const urls = [
      'https://10.0.0.1/',
      'https://[fd00::1]/',
      'https://169.254.169.254/latest',
      'http://[::]/',
    ];
    const inside = await Promise.all(urls.map((url) => save(webhook({ url }))));
    await happened('seance.created');
    await send();

    for (const { id, url } of inside)
      expect((await latest(id))[0]?.last, url).to.deep.include({ status: null, fault: 'address' });
  });

  it('writes down of a name that leads inside that it may not be asked, and does not give it up at once', async () => {
    const { id } = await save(webhook({ url: 'https://localhost/hook' }));
    await happened('seance.created');
    await worker(10_000, false).run();
    const [told] = await latest(id);

    expect([told?.state, told?.attempts]).to.deep.equal(['waiting', 1]);
    expect(told?.last).to.deep.include({
      ...{ status: null, fault: 'address' },
      detail: 'localhost leads to an address that is not to be asked.',
    });
  });

  it('holds no address up because of another that never answers', async () => {
    const [slow, quick] = [await listening(secret), await listening(secret)];
    slow.answer = () => undefined;
    const stuck = await save(webhook({ url: slow.url }));
    await happened('seance.created', 'seance.created');
    const sending = send(undefined, 2_000);
    // What comes while one is waited for is sent by the same run, while it is waited for.
    await save(webhook({ url: quick.url }));
    const events = await happened('seance.created', 'seance.created');
    const stuckThen: unknown[] = [];
    quick.answer = (_, response) => {
      void latest(stuck.id).then((messages) => {
        stuckThen.push(messages.at(-1)?.last);
        response.writeHead(204).end();
      });
    };
    await sending;

    expect(quick.received.map(({ eventId }) => eventId)).to.deep.equal(events);
    expect(stuckThen).to.deep.equal([null, null]);
    expect((await latest(stuck.id)).at(-1)?.last).to.deep.include({ status: null, fault: 'unanswered' });
  });

  it('sends again what a process that died had claimed, once its claim is over, and leaves it to no one before', async () => {
    const receiver = await listening(secret);
    await save(webhook({ url: receiver.url }));
    await happened('seance.created');
    await work().write(({ webhooks }) =>
      webhooks.claim({ token: 'dead', until: shiftInstant(noon, 300) }, clock.now(), {
        ...{ webhooks: 1, deliveries: 1, except: [] },
      }),
    );
    expect(await send()).to.equal(0);
    clock.advance(300);
    await send();

    expect(receiver.received).to.have.length(1);
  });

  it('ends after the message that it is at', async () => {
    const receiver = await listening(secret);
    const { id } = await save(webhook({ url: receiver.url }));
    await happened('seance.created', 'seance.created', 'seance.created');
    await send(() => receiver.received.length > 0);
    expect((await latest(id)).map(({ state }) => state)).to.deep.equal(['waiting', 'waiting', 'delivered']);
    await send();

    expect(receiver.received).to.have.length(3);
  });

  it('keeps what it told for 30 days', async () => {
    const { id } = await save(webhook());
    await happened('seance.created');
    clock.advance(30 * day);
    const forget = new ForgetDeliveries(work(), clock);
    await forget.run();
    expect(await latest(id)).to.have.length(1);
    clock.advance(1);
    await forget.run();

    expect(await latest(id)).to.deep.equal([]);
  });
});
