import { expect } from 'chai';
import type { DeliveryView, WebhookView } from '../../../src/application/webhook/webhook-view.js';
import { refusedWith } from '../../support/api.js';
import { onDatabase } from '../../support/databases.js';
import { type PluginUnderTest, startPlugin, stopPlugins } from '../../support/plugin-under-test.js';
import { WebhookReceiver } from '../../support/webhook-receiver.js';

const path = '/api/v1/admin/webhooks';
const as = 'admin';
const types = ['seance.created', 'enrolment.promoted'];

onDatabase('The administration of webhooks', (database) => {
  let under: PluginUnderTest;
  /** As platforms run it: nothing goes to this machine. */
  let strict: PluginUnderTest;
  let receiver: WebhookReceiver | undefined;

  before(async () => {
    under = await startPlugin(database.knex, { webhooks: { allowHttp: true } });
    strict = await startPlugin(database.knex);
  });
  after(stopPlugins);
  afterEach(async () => {
    receiver?.stop();
    for (const table of ['seance_webhook', 'seance_webhook_delivery']) await database.knex(table).delete();
  });

  const add = async (url = 'https://erp.example.org/hook') =>
    (await under.api.post<WebhookView & { secret: string }>(path, { url, types }, { as })).body;

  it('tells the secret once', async () => {
    const { secret, ...added } = await add();
    expect(secret).to.match(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const one = await under.api.get<WebhookView>(`${path}/${added.id}`, { as });
    const all = await under.api.get<{ items: WebhookView[] }>(path, { as });

    expect([one.body, all.body.items]).to.deep.equal([added, [added]]);
    expect(`${one.text}${all.text}`).to.not.contain(secret);
  });

  it('makes one of a request that is repeated', async () => {
    const headers = { 'idempotency-key': 'once' };
    const body = { url: 'https://erp.example.org/hook', types };
    const answers = [
      await under.api.post(path, body, { as, headers }),
      await under.api.post(path, body, { as, headers }),
    ];

    expect(answers[0]?.body).to.deep.equal(answers[1]?.body);
    expect(await database.knex('seance_webhook')).to.have.length(1);
  });

  for (const [url, code] of [
    ['http://erp.example.org/', 'not-https'],
    ['ftp://erp.example.org/', 'invalid-format'],
    ['https://10.1.2.3/', 'not-allowed'],
    ['https://localhost.:443@[::1]/', 'not-allowed'],
    ['https://127.1/', 'not-allowed'],
    ['https://user:word@erp.example.org/', 'not-allowed'],
  ] as const)
    it(`refuses ${url}`, async () => {
      const { id } = await add();
      for (const answer of [
        await strict.api.post(path, { url, types }, { as }),
        await strict.api.patch(`${path}/${id}`, { url }, { as }),
      ]) {
        const [error] = refusedWith(answer, 422, 'validation').errors ?? [];
        expect([error?.pointer, error?.code]).to.deep.equal(['/url', code]);
      }
    });

  it('refuses types that there are not, none, and one twice', async () => {
    for (const [wrong, code] of [
      [['seance.eaten'], 'not-allowed'],
      [[], 'too-short'],
      [['seance.created', 'seance.created'], 'duplicate'],
    ] as const) {
      const answer = await under.api.post(path, { url: 'https://erp.example.org/', types: wrong }, { as });
      expect(refusedWith(answer, 422, 'validation').errors?.[0]?.code).to.equal(code);
    }
  });

  it('pauses, goes on, and changes what it is told', async () => {
    const { id } = await add();
    const change = async (body: object) =>
      (await under.api.patch<WebhookView>(`${path}/${id}`, body, { as })).body;
    expect((await change({ paused: true })).paused?.reason).to.equal('by-hand');
    expect((await change({ types: ['seance.deleted'] })).paused?.reason).to.equal('by-hand');
    const after = await change({ paused: false });

    expect([after.paused, after.types]).to.deep.equal([null, ['seance.deleted']]);
  });

  it('tries an address out with both secrets after a rotation, and says what came of it', async () => {
    const added = await add();
    const rotated = await under.api.post<WebhookView & { secret: string }>(
      `${path}/${added.id}/rotate`,
      undefined,
      {
        as,
      },
    );
    expect(rotated.body.secret).to.not.equal(added.secret);
    expect(rotated.body.rotatesUntil).to.not.equal(null);
    receiver = await WebhookReceiver.start(added.secret, rotated.body.secret);
    await under.api.patch(`${path}/${added.id}`, { url: receiver.url, paused: true }, { as });
    const trial = await under.api.post<DeliveryView>(`${path}/${added.id}/trial`, undefined, { as });
    receiver.answer = (_, response) => response.writeHead(500).end('Out of <order>');
    const failed = await under.api.post<DeliveryView>(`${path}/${added.id}/trial`, undefined, { as });

    expect(receiver.received.map(({ type }) => type)).to.deep.equal(['webhook.trial', 'webhook.trial']);
    expect([trial.body.state, trial.body.last?.status]).to.deep.equal(['delivered', 204]);
    expect(failed.body.last).to.deep.include({ status: 500, fault: 'answer', detail: 'Out of <order>' });
    const list = await under.api.get<{ items: DeliveryView[] }>(`${path}/${added.id}/deliveries`, { as });
    expect(list.body.items).to.deep.equal([failed.body, trial.body]);
    const again = await under.api.post<DeliveryView>(
      `${path}/${added.id}/deliveries/${failed.body.id}/retry`,
      undefined,
      { as },
    );
    expect([again.body.state, again.body.attempts]).to.deep.equal(['waiting', 0]);
  });
});
