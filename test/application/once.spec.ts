import { expect } from 'chai';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import { invalid, refusedWith, seanceBody, seances } from '../support/api.js';
import { onHttp } from '../support/scene.js';

onHttp('Idempotency-Key', (scene) => {
  const create = (key: string, parts: Record<string, unknown> = {}, as = 'trainer1') =>
    scene.api.post<SeanceView>(seances, seanceBody(parts), { as, headers: { 'idempotency-key': key } });
  const total = async () => (await scene.api.get<{ total: number }>(`${seances}?size=10`)).body.total;

  it('answers a repeated creation like the first, and creates once', async () => {
    const before = await total();
    const first = await create('once');
    const again = await create('once');

    expect([again.status, again.body]).to.deep.equal([201, first.body]);
    for (const header of ['etag', 'location'])
      expect(again.headers.get(header)).to.equal(first.headers.get(header));
    expect(await total()).to.equal(before + 1);
  });

  it('creates once for six requests at the same time', async () => {
    const before = await total();
    const answers = await Promise.all(Array.from({ length: 6 }, () => create('at once')));

    expect(answers.map(({ status }) => status)).to.deep.equal(answers.map(() => 422));
    const valid = await Promise.all(Array.from({ length: 6 }, () => create('at-once')));
    expect(valid.map(({ status }) => status)).to.deep.equal(valid.map(() => 201));
    expect(new Set(valid.map(({ body }) => body.id)).size).to.equal(1);
    expect(await total()).to.equal(before + 1);
  });

  it('refuses another request under the same key', async () => {
    await create('same-key');

    refusedWith(await create('same-key', { name: 'Other' }), 422, 'idempotency-key-reused');
    refusedWith(
      await scene.api.post(
        `${seances}/delete`,
        { ids: ['x'] },
        { headers: { 'idempotency-key': 'same-key' } },
      ),
      422,
      'idempotency-key-reused',
    );
  });

  it('knows a repetition that arrives under another name of the host, and not one of another path or query', async () => {
    const at = async (origin: string, query = '') => {
      const request = new Request(`${origin}${scene.mount.basePath}${seances}${query}`, {
        method: 'POST',
        headers: { 'x-actor': 'trainer1', 'idempotency-key': 'moved', 'content-type': 'application/json' },
        body: JSON.stringify(seanceBody()),
      });
      const answer = await scene.plugin.fetch(request, {});
      return [answer.status, ((await answer.json()) as { id?: string }).id] as const;
    };
    const [status, id] = await at('http://one.campus.test');
    expect(status).to.equal(201);
    expect(await at('https://two.campus.test:8443')).to.deep.equal([201, id]);
    expect(await at('http://one.campus.test', '?session=demo-2026')).to.deep.equal([422, undefined]);
  });

  it('keeps the keys of two people apart', async () => {
    const mine = await create('shared');
    const theirs = await create('shared', {}, 'manager');

    expect(theirs.status).to.equal(201);
    expect(theirs.body.id).not.to.equal(mine.body.id);
  });

  it('leaves the key free when the first request was refused', async () => {
    refusedWith(
      await create('second-chance', { enrolmentMode: 'automatic', groupName: 'G' }),
      422,
      'validation',
    );

    expect((await create('second-chance')).status).to.equal(201);
  });

  for (const key of ['', 'with blank', 'x'.repeat(256), 'é']) {
    it(`refuses the key ${JSON.stringify(key.slice(0, 12))}`, async () => {
      invalid(await create(key), ['Idempotency-Key', 'invalid-format']);
    });
  }

  it('creates every time without a key', async () => {
    const before = await total();
    await scene.api.created();
    await scene.api.created();

    expect(await total()).to.equal(before + 2);
  });
});
