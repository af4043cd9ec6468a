import { expect } from 'chai';
import {
  type Answer,
  type Problem,
  refusedWith,
  seanceBody,
  seances,
  type Sending,
} from '../../support/api.js';
import { space } from '../../support/campus.js';
import type { Operation } from '../../support/documented.js';
import { onHttp } from '../../support/scene.js';

const spacePermissions = ['open', 'edit', 'enrol'] as const;

/** What every route has to keep. Who may do what, route by route, is in `access-matrix.ts`. */
/** A page for readers of mails, whose form programs that read mails send as well, from wherever they are. */
const link = '/unsubscribe/{token}';

onHttp('Access', (scene) => {
  /** A request that everybody with the permission may make: with a body that is wrong, so that it changes nothing. */
  async function asking(
    method: string,
    path: string,
    operation: Operation,
    as: string | null,
    inSpace: string = space,
  ): Promise<Answer> {
    const id =
      path.includes('{id}') && !path.includes('/groups/') ? (await scene.api.created()).id : 'some-id';
    const filled = path
      .replace('{space}', inSpace)
      .replace('{id}', id)
      .replaceAll(/\{\w+\}/g, 'some-id');
    const sending: Sending = { as, ...(operation.requestBody && { json: { 'no such field': 1 } }) };
    return scene.api.send(method, filled, sending);
  }

  const operations = (wanted: (permission: string) => boolean) =>
    scene.documented.operations.filter(({ operation }) => wanted(operation['x-permission']));
  const inSpace = () =>
    operations((permission) => (spacePermissions as readonly string[]).includes(permission));

  it('documents a known permission for every route, and some of each kind', () => {
    const known = ['anybody', 'signed-in', ...spacePermissions, 'administer'];
    expect(operations((permission) => !known.includes(permission))).to.deep.equal([]);
    for (const permission of ['anybody', 'open', 'edit', 'administer']) {
      expect(
        operations((own) => own === permission),
        permission,
      ).to.not.have.length(0);
    }
  });

  it('asks everybody who they are, but for the routes of anybody', async () => {
    for (const { method, path, operation } of scene.documented.operations) {
      for (const as of [null, 'nobody-knows-me']) {
        const answer = await asking(method, path, operation, as);

        if (path.endsWith(link)) expect(answer.status, method).to.equal(method === 'GET' ? 404 : 415);
        else if (path.includes('{token}')) refusedWith(answer, 404, 'not-found');
        else if (path === '/api/v1/check-in') refusedWith(answer, 422, 'validation');
        else if (operation['x-permission'] === 'anybody') expect(answer.status, path).to.be.lessThan(400);
        else refusedWith(answer, 401, 'unauthenticated');
      }
    }
  });

  it('does not say whether a space exists to who may not see it', async () => {
    for (const { method, path, operation } of inSpace()) {
      const closed = await asking(method, path, operation, 'outsider');
      const missing = await asking(method, path, operation, 'outsider', 'no-such-space');

      expect([missing.status, missing.text]).to.deep.equal([closed.status, closed.text]);
    }
  });

  it('refuses what they may not do before it looks at what they sent', async () => {
    const broken: Sending = { raw: '{', headers: { 'content-type': 'application/json' } };
    refusedWith(await scene.api.send('POST', seances, { as: 'learner1', ...broken }), 403, 'forbidden');
    refusedWith(await scene.api.send('POST', seances, { as: 'outsider', ...broken }), 404, 'not-found');
    refusedWith(await scene.api.send('POST', seances, { as: null, ...broken }), 401, 'unauthenticated');
  });

  it('shows learners the séances, and staff nothing more of them', async () => {
    const { id } = await scene.api.created();
    const [learner, trainer] = await Promise.all(
      ['learner1', 'trainer1'].map((as) =>
        scene.api.get<Record<string, unknown>>(`${seances}/${id}`, { as }),
      ),
    );

    expect(learner?.status).to.equal(200);
    const own = { myEnrolment: null, enrolmentRefusal: null, leaveRefusal: null };
    expect({ ...learner?.body, ...own }).to.deep.equal({ ...trainer?.body, ...own });
  });

  describe('of writes from another site', () => {
    const create = (headers: Record<string, string>) =>
      scene.api.post<Problem>(seances, seanceBody(), { headers });
    const own = () => scene.api.origin;

    it('refuses what a browser marks as cross-site, on every route that writes, before anything else', async () => {
      for (const { method, path, operation } of scene.documented.operations) {
        if (method === 'GET' || path.endsWith(link)) continue;
        const filled = path.replaceAll(/\{\w+\}/g, 'x');
        for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
          const sending: Sending = { as: null, headers, ...(operation.requestBody && { json: {} }) };
          refusedWith(await scene.api.send(method, filled, sending), 403, 'cross-site');
        }
      }
    });

    for (const [title, origin] of [
      ['another host', 'https://evil.example'],
      ['an opaque origin', 'null'],
      ['a host whose name starts alike', 'http://campus.test.evil.example'],
      ['garbage', 'not an origin'],
    ] as const) {
      it(`refuses the Origin of ${title}`, async () => {
        refusedWith(await create({ origin }), 403, 'cross-site');
      });
    }

    it('refuses a neighbour of the same domain, by its Origin', async () => {
      const site = { 'sec-fetch-site': 'same-site' };
      refusedWith(await create({ ...site, origin: 'https://blog.campus.test' }), 403, 'cross-site');
      refusedWith(await create({ ...site, origin: 'null' }), 403, 'cross-site');
      refusedWith(await create(site), 403, 'cross-site');
    });

    it("accepts the host's own pages, and clients that are no browsers", async () => {
      const accepted: Record<string, string>[] = [
        { 'sec-fetch-site': 'same-origin', origin: own() },
        { 'sec-fetch-site': 'same-origin' },
        { 'sec-fetch-site': 'none' },
        { origin: own() },
        { origin: own().replace('http:', 'https:') },
        { 'sec-fetch-site': 'same-site', origin: own() },
        {},
      ];
      for (const headers of accepted)
        expect((await create(headers)).status, JSON.stringify(headers)).to.equal(201);
    });

    it('lets other sites read what the reader may', async () => {
      const answer = await scene.api.get(seances, {
        headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      });

      expect(answer.status).to.equal(200);
      expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
    });
  });
});
