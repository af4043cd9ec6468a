import { expect } from 'chai';
import { refusedWith, seanceBody, seances } from '../support/api.js';
import { onEveryMount } from '../support/scene.js';

onEveryMount('Answers as they arrive', (scene) => {
  it('name addresses below the base path, which lead where they say', async () => {
    const created = await scene.api.post<{ id: string }>(seances, seanceBody());
    const location = created.headers.get('location') ?? '';
    const feed = (await scene.api.post<{ url: string }>('/api/v1/me/feed', undefined)).body.url;
    const base = `${scene.api.origin}${scene.mount.basePath}`;

    expect([created.status, location]).to.deep.equal([
      201,
      `${scene.mount.basePath}${seances}/${created.body.id}`,
    ]);
    expect((await scene.api.get(location.slice(scene.mount.basePath.length))).status).to.equal(200);
    expect(feed.startsWith(`${base}/api/v1/feeds/`), feed).to.equal(true);
    expect((await scene.api.get(feed.slice(base.length), { as: null })).status).to.equal(200);
  });

  it('name an address for one download, which who only looks at it does not use up', async () => {
    const { body } = await scene.api.post<{ url: string }>('/api/v1/downloads', { path: `${seances}.csv` });
    const base = `${scene.api.origin}${scene.mount.basePath}`;
    expect(body.url.startsWith(`${base}/api/v1/downloads/`), body.url).to.equal(true);
    const statuses: number[] = [];
    for (const method of ['HEAD', 'GET', 'GET', 'HEAD'])
      statuses.push((await scene.api.send(method, body.url.slice(base.length), { as: null })).status);

    expect(statuses).to.deep.equal([200, 200, 404, 404]);
  });

  it('have their own status, type and length, and none of them a body that their status forbids', async () => {
    const { id } = await scene.api.created();
    const calendar = await scene.api.get(`${seances}/${id}.ics`);
    const tag = calendar.headers.get('etag') ?? '';
    const unchanged = await scene.api.get(`${seances}/${id}.ics`, { headers: { 'if-none-match': tag } });
    const gone = await scene.api.send('DELETE', `${seances}/${id}`);
    const missing = await scene.api.get(`${seances}/${id}`);

    expect([calendar.status, calendar.headers.get('content-type')]).to.deep.equal([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(calendar.text).to.match(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    expect([unchanged.status, unchanged.text, unchanged.headers.get('etag')]).to.deep.equal([304, '', tag]);
    expect([gone.status, gone.text]).to.deep.equal([204, '']);
    refusedWith(missing, 404, 'not-found');
    expect(missing.headers.get('content-type')).to.match(/^application\/problem\+json/);
  });

  it('keep letters and lengths: what is written in French is read in French', async () => {
    const name = 'Séance « d’été » à l’œuvre — 日本語 😀';
    const { id } = await scene.api.created({ name });

    expect((await scene.api.get<{ name: string }>(`${seances}/${id}`)).body.name).to.equal(name);
  });

  it('are for the pages of the host, and refused to those of other sites', async () => {
    const create = (headers: Record<string, string>) => scene.api.post(seances, seanceBody(), { headers });

    expect((await create({ origin: scene.api.origin })).status).to.equal(201);
    refusedWith(await create({ origin: 'https://evil.example' }), 403, 'cross-site');
    refusedWith(await create({ 'sec-fetch-site': 'cross-site' }), 403, 'cross-site');
  });
});

onEveryMount('Header injection', (scene) => {
  const hostile = [
    'x\tSet-Cookie: a=b',
    'fr\u00e9;q=1, en',
    '"; filename="x.html',
    '%0d%0aSet-Cookie:%20a=b',
  ];

  it('adds no header and breaks none, whatever a header, an address or a name carries', async () => {
    const { id } = await scene.api.created({ name: '"; filename="x.html' });
    for (const value of hostile) {
      const headers = {
        'x-request-id': value,
        'accept-language': value,
        'if-none-match': value,
        'if-match': value,
      };
      for (const path of [
        `${seances}/${id}.ics`,
        `${seances}/${id}`,
        `${seances}/${encodeURIComponent(value)}`,
      ]) {
        const answer = await scene.api.get(path, { headers });

        expect(answer.headers.get('set-cookie')).to.equal(null);
        expect([...answer.headers.values()].join('\n')).to.not.match(/a=b|x\.html/);
        expect(answer.headers.get('x-request-id')).to.match(/^[\w.:-]+$/);
      }
    }
  });

  it('gets no line break into a name, which no header could hold', async () => {
    const answer = await scene.api.post(seances, seanceBody({ name: 'a\r\nSet-Cookie: a=b' }));
    refusedWith(answer, 422, 'validation');
  });
});
