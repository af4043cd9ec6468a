import { request as nodeRequest } from 'node:http';
import { expect } from 'chai';
import { invalid, refusedWith, seanceBody, seances, type Sending } from '../support/api.js';
import { calendar } from '../support/calendar-files.js';
import { onEveryMount } from '../support/scene.js';

const json = { 'content-type': 'application/json' };
const megabytes = (count: number) => 'x'.repeat(count * 1_048_576);

onEveryMount('Requests as they arrive', (scene) => {
  const create = (raw: Sending['raw'], headers: Record<string, string> = json, documented = true) =>
    scene.api.send('POST', seances, { ...(raw !== undefined && { raw }), headers, documented });
  const total = async () => (await scene.api.get<{ total: number }>(seances)).body.total;

  it('knows the methods of each address', async () => {
    const { id } = await scene.api.created();
    const wrong: readonly [string, string, readonly string[]][] = [
      ['DELETE', seances, ['GET', 'POST']],
      ['PUT', seances, ['GET', 'POST']],
      ['POST', `${seances}/${id}`, ['DELETE', 'GET', 'PATCH']],
      ['PUT', `${seances}/${id}`, ['DELETE', 'GET', 'PATCH']],
      ['GET', `${seances}/${id}/restore`, ['POST']],
      ['POST', '/health/live', ['GET']],
    ];
    for (const [method, path, allowed] of wrong) {
      const answer = await scene.api.send(method, path);

      refusedWith(answer, 405, 'method-not-allowed');
      expect(answer.headers.get('allow')?.split(', ').sort(), path).to.include.members([...allowed]);
    }
  });

  it('answers HEAD like GET, without a body', async () => {
    const { id } = await scene.api.created();
    const { status, headers, text } = await scene.api.send('HEAD', `${seances}/${id}`);

    expect([status, headers.get('etag'), text]).to.deep.equal([200, '"1"', '']);
  });

  it('does not find what is not there', async () => {
    for (const path of ['/api/v1/nothing', '/api/v2/spaces/demo', '/api/v1/spaces//seances', `${seances}/`]) {
      refusedWith(await scene.api.get(path), 404, 'not-found');
    }
    for (const file of ['package.json', '..%2fpackage.json', '..%5c..%5cpackage.json', '%00', 'nothing.js']) {
      refusedWith(await scene.api.get(`/web/${file}`), 404, 'not-found');
    }
  });

  it('reads nothing but JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/json',
      'application/jsonp',
    ]) {
      const answer = await create(JSON.stringify(seanceBody()), { 'content-type': type });

      refusedWith(answer, 415, 'unsupported-media-type');
      expect(answer.headers.get('accept')).to.equal('application/json');
    }
    refusedWith(await create(Buffer.from('{}'), {}), 415, 'unsupported-media-type');
    refusedWith(await create(undefined, {}), 415, 'unsupported-media-type');
    for (const type of [
      'application/json; charset=utf-8',
      'APPLICATION/JSON',
      'application/json;charset=UTF-8',
    ]) {
      expect((await create(JSON.stringify(seanceBody()), { 'content-type': type })).status, type).to.equal(
        201,
      );
    }
  });

  it('refuses JSON that is broken, and bytes that are not UTF-8', async () => {
    const before = await total();
    const broken: Sending['raw'][] = [
      '{',
      '{"name":"a",}',
      "{'name':1}",
      'name=a',
      '{}{}',
      '\ufeff\ufeff{}',
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      Buffer.from('{"name":"\ud83d"}', 'latin1').subarray(0, 8),
      '[',
    ];
    for (const raw of broken) {
      const answer = await create(raw, json, !scene.mount.hostParsesBodies);
      if (scene.mount.hostParsesBodies) expect(answer.status).to.be.within(400, 422);
      else refusedWith(answer, 400, 'invalid-json');
    }
    expect(await total()).to.equal(before);
  });

  it('refuses an empty body, and values that are no object', async () => {
    if (!scene.mount.hostParsesBodies) {
      refusedWith(await create(''), 400, 'invalid-json');
      for (const value of ['null', '1', '"text"', 'true']) invalid(await create(value), ['', 'wrong-type']);
    }
    invalid(await create('[]'), ['', 'wrong-type']);
    invalid(await create('[{"name":"a"}]'), ['', 'wrong-type']);
  });

  it('survives JSON that is nested 100,000 deep', async () => {
    const deep = `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

    expect((await create(deep, json, !scene.mount.hostParsesBodies)).status).to.be.within(400, 499);
  });

  it('refuses 20 MB with an announced length, and the client hears of it', async () => {
    const answer = await create(`{"name":"${megabytes(20)}"}`, json, !scene.mount.hostParsesBodies);

    if (scene.mount.hostParsesBodies) expect(answer.status).to.equal(413);
    else refusedWith(answer, 413, 'payload-too-large');
  });

  it('refuses 20 MB without an announced length, and the client hears of it', async () => {
    const chunk = new TextEncoder().encode(megabytes(1));
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === 20) return controller.close();
        sent += 1;
        controller.enqueue(chunk);
      },
    });
    const answer = await create(endless, json, !scene.mount.hostParsesBodies);

    if (scene.mount.hostParsesBodies) expect(answer.status).to.equal(413);
    else refusedWith(answer, 413, 'payload-too-large');
  });

  it('takes a body just below 1 MiB', async () => {
    const body = { ...seanceBody(), description: 'x'.repeat(50_001) };
    const padded = `${JSON.stringify(body)}${' '.repeat(900_000)}`;

    invalid(await create(padded), ['/description', 'too-long']);
  });

  it('takes a calendar of 900 kB', async () => {
    const day = 'SUMMARY:Noël\nDTSTART;VALUE=DATE:20261225';
    const note = `X-NOTE:${'x'.repeat(900)}`;
    const raw = calendar(day, ...Array<string>(1_000).fill(`${day}\n${note}`));
    const headers = { 'content-type': 'text/calendar; charset=utf-8' };
    const path = '/api/v1/admin/closed-days/import/preview';
    const { status, text, body } = await scene.api.send('POST', path, { as: 'admin', raw, headers });

    expect(status, text).to.equal(200);
    expect((body as { days: readonly { name: string }[] }).days[0]?.name).to.equal('Noël');
  });

  it('takes 3,000 people at once', async () => {
    const { id } = await scene.api.created({ enrolmentMode: 'manual' });
    const userIds = Array.from({ length: 3_000 }, (_, n) => `${n}-${'x'.repeat(36)}`);
    const answer = await scene.api.post<{ results: readonly { outcome: string }[] }>(
      `${seances}/${id}/enrolments`,
      { userIds },
    );

    expect(answer.status, answer.text).to.equal(200);
    expect(answer.body.results).to.have.length(3_000);
  });

  it('goes on answering on the same connection after a refusal', async () => {
    for (let round = 0; round < 3; round += 1) {
      await create(`{"name":"${megabytes(2)}"}`, json, !scene.mount.hostParsesBodies);
      expect((await scene.api.get(seances)).status).to.equal(200);
    }
  });

  if (scene.mount.title === 'fetch') return;

  it('survives a client that announces more than it sends and leaves', async () => {
    await new Promise<void>((resolve) => {
      const request = nodeRequest(`${scene.api.origin}${scene.api.basePath}${seances}`, {
        method: 'POST',
        headers: { ...json, 'x-actor': 'trainer1', 'content-length': '1000' },
      });
      request.on('error', () => undefined).on('close', resolve);
      request.write('{"name":', () => request.destroy());
    });

    expect((await scene.api.get('/health/live', { as: null })).status).to.equal(200);
  });
});
