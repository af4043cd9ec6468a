import { expect } from 'chai';
import { type Answer, invalid, refusedWith, seances } from '../../support/api.js';
import { space } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

interface Offered {
  readonly url: string;
  readonly expiresAt: string;
}

const downloads = '/api/v1/downloads';
const list = `${seances}.csv?q=workshop`;

onHttp('Downloads', (scene) => {
  const offer = (path: unknown, as: string | null = 'trainer1', headers: Record<string, string> = {}) =>
    scene.api.post<Offered>(downloads, { path }, { as, headers });
  const addressOf = ({ body, status, text }: Answer<Offered>) => {
    expect(status, text).to.equal(201);
    return body.url.replace(`${scene.api.origin}${scene.mount.basePath}`, '');
  };
  const take = (address: string, method = 'GET') =>
    scene.api.send<string>(method, address, { as: null, headers: { 'accept-language': 'nl' } });
  const kept = () => scene.database.knex('seance_download').select('*');

  beforeEach(() => scene.database.knex('seance_download').delete());

  it('answer what the path answers to who asked for them, in their language, and nobody keeps it', async () => {
    const { id } = await scene.api.created({ name: 'Workshop' });
    for (const path of [
      list,
      `${seances}.xlsx`,
      `${seances}/${id}.ics`,
      `${seances}/${id}/participants.csv?status=enrolled`,
      `${seances}/${id}/attendance.pdf?blank=true`,
    ]) {
      const direct = await scene.api.get<string>(path, { headers: { 'accept-language': 'en' } });
      const answer = await take(addressOf(await offer(path, 'trainer1', { 'accept-language': 'en' })));

      expect([answer.status, answer.text.length], path).to.deep.equal([200, direct.text.length]);
      for (const name of ['content-type', 'content-disposition'])
        expect(answer.headers.get(name), name).to.equal(direct.headers.get(name));
      expect(answer.headers.get('content-disposition')).to.match(/^attachment;/);
      expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).to.deep.equal([
        'no-store',
        null,
      ]);
    }
  });

  it('are there once, whoever else has the address', async () => {
    const address = addressOf(await offer(list));
    const answers = await Promise.all(Array.from({ length: 6 }, () => take(address)));

    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 404, 404, 404, 404, 404]);
    refusedWith(await take(address), 404, 'not-found');
  });

  it('are there for 60 seconds, and say until when', async () => {
    const [first, second] = [await offer(list), await offer(list)];
    expect(first.body.expiresAt).to.equal(second.body.expiresAt);
    scene.clock.advance(60);
    expect((await take(addressOf(first))).status).to.equal(200);
    scene.clock.advance(1);
    refusedWith(await take(addressOf(second)), 404, 'not-found');
  });

  it('can still be fetched by who was only told of them', async () => {
    const address = addressOf(await offer(list));
    for (let times = 0; times < 2; times += 1) {
      const { status, headers, text } = await take(address, 'HEAD');
      expect([status, text]).to.deep.equal([200, '']);
      expect(headers.get('content-disposition')).to.match(/^attachment;/);
    }
    expect((await take(address)).status).to.equal(200);
    expect((await take(address, 'HEAD')).status).to.equal(404);
  });

  it('are kept without the secret that leads to them', async () => {
    const token = addressOf(await offer(list)).replace(`${downloads}/`, '');

    expect(token).to.match(/^[\w-]{43}$/);
    expect(JSON.stringify(await kept())).to.not.contain(token);
    expect(JSON.stringify(await scene.database.knex('seance_idempotency').select('*'))).to.not.contain(token);
  });

  it('are made once under a key, and are where the last answer says', async () => {
    const headers = { 'idempotency-key': 'the-list' };
    const [first, again] = [await offer(list, 'trainer1', headers), await offer(list, 'trainer1', headers)];

    expect(again.body.expiresAt).to.equal(first.body.expiresAt);
    expect(await kept()).to.have.length(1);
    refusedWith(await take(addressOf(first)), 404, 'not-found');
    expect((await take(addressOf(again))).status).to.equal(200);
    refusedWith(await take(addressOf(await offer(list, 'trainer1', headers))), 404, 'not-found');
    refusedWith(await offer(`${seances}.xlsx`, 'trainer1', headers), 422, 'idempotency-key-reused');
  });

  it('are refused for what is no file of the API, and for a query that it does not take', async () => {
    const { id } = await scene.api.created();
    for (const path of [
      seances,
      `${seances}/${id}`,
      `${seances}/${id}.pdf`,
      '/api/v1/feeds/x.ics',
      '/api/v1/openapi.json',
      '/web/seance-tool.js',
      `${seances}/../../../../admin/settings`,
      `//elsewhere.example${list}`,
    ])
      invalid(await offer(path), ['/path', 'not-allowed']);
    invalid(await offer(`${seances}.csv?sort=colour`), ['/path', 'not-allowed']);
    invalid(await offer(`https://elsewhere.example${list}`), ['/path', 'invalid-format']);
    invalid(await offer(undefined), ['/path', 'required']);
    invalid(await offer(`${list}${'a'.repeat(2_000)}`), ['/path', 'too-long']);
    expect(await kept()).to.deep.equal([]);
  });

  it('are for who may have the file, when they ask and again when it is fetched', async () => {
    const { id } = await scene.api.created();
    const participants = `${seances}/${id}/participants.csv`;
    refusedWith(await offer(list, null), 401, 'unauthenticated');
    refusedWith(await offer(list, 'outsider'), 404, 'not-found');
    refusedWith(await offer(participants, 'learner1'), 403, 'forbidden');
    refusedWith(await take(`${downloads}/guessed`), 404, 'not-found');

    const addresses = [addressOf(await offer(list)), addressOf(await offer(participants))];
    scene.host.permissions.allow('trainer1', space, { open: true, edit: false, enrol: false });
    try {
      expect((await take(addresses[0] ?? '')).status).to.equal(200);
      refusedWith(await take(addresses[1] ?? ''), 403, 'forbidden');
    } finally {
      scene.host.permissions.allow('trainer1', space, { open: true, edit: true, enrol: true });
    }
    expect((await take(addresses[1] ?? '')).status).to.equal(200);
  });
});
