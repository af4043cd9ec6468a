import { expect } from 'chai';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startDemo } from '../../demo/start-demo.js';
import { parseCalendar } from '../support/calendars.js';
import { onSqlite } from '../support/databases.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function failure(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => new Error('it started'),
    (error: unknown) => error as Error,
  );
}

onSqlite(
  'startDemo',
  (database) => {
    it('serves a filled platform until it stops', async () => {
      const demo = await startDemo({ port: 0, databaseUrl: database.address, seedSize: 3 }, silent);
      const list = `${demo.url}/plugins/seances/api/v1/spaces/demo/seances?session=demo-2026`;
      const response = await fetch(list, { headers: { cookie: 'demo_user=learner1' } });
      expect(((await response.json()) as { total: number }).total).to.equal(3);
      await demo.stop();
      expect((await failure(fetch(demo.url))).message).to.equal('fetch failed');
    });

    it('gives calendars the address of the page of each séance', async () => {
      const demo = await startDemo({ port: 0, databaseUrl: database.address, seedSize: 3 }, silent);
      const headers = { cookie: 'demo_user=learner1' };
      const seances = `${demo.url}/plugins/seances/api/v1/spaces/demo/seances`;
      const { items } = (await (await fetch(`${seances}?session=demo-2026`, { headers })).json()) as {
        items: readonly [{ readonly id: string }];
      };
      const [{ id }] = items;
      const { events } = parseCalendar(await (await fetch(`${seances}/${id}.ics`, { headers })).text());
      const address = events[0]?.url ?? '';

      expect(address).to.equal(`${demo.url}/spaces/demo/tools/seances?seance=${id}`);
      expect(events[0]?.description).to.contain(address);
      const page = await fetch(address, { headers });
      expect([page.status, await page.text()].join(' ')).to.match(/^200 [^]*<seance-tool/);
      await demo.stop();
    });

    it('answers the request that is under way when it stops', async () => {
      const demo = await startDemo({ port: 0, databaseUrl: database.address, seedSize: 0 }, silent);
      const body = '{"user":"learner1"}';
      const headers = {
        'content-type': 'application/json',
        'content-length': body.length,
        // The server says so when it has the head of the request: what is missing then is the body.
        expect: '100-continue',
      };
      const underWay = request(`${demo.url}/sign-in`, { method: 'POST', headers });
      underWay.flushHeaders();
      await once(underWay, 'continue');
      const stopped = demo.stop();
      underWay.end(body);
      const [response] = (await once(underWay, 'response')) as [IncomingMessage];
      response.resume();
      expect(response.statusCode).to.equal(204);
      await stopped;
    });

    it('says in one line that the port is in use', async () => {
      const other: Server = createServer().listen(0);
      const { port } = other.address() as AddressInfo;
      const { message } = await failure(
        startDemo({ port, databaseUrl: database.address, seedSize: 0 }, silent),
      );
      other.close();
      expect(message).to.equal(`Port ${port} cannot be had: it is in use. Choose another one with PORT.`);
    });

    it('says in one line that the database cannot be reached, without its password', async () => {
      const databaseUrl = 'mysql://somebody:secret@127.0.0.1:1/seances';
      const { message } = await failure(startDemo({ port: 0, databaseUrl, seedSize: 0 }, silent));
      expect(message).to.equal(
        'The database at 127.0.0.1:1 does not answer: connect ECONNREFUSED 127.0.0.1:1',
      );
    });

    it('says in one line that the kind of database is unknown', async () => {
      const { message } = await failure(
        startDemo({ port: 0, databaseUrl: 'oracle://x', seedSize: 0 }, silent),
      );
      expect(message).to.match(/^The database is "sqlite:FILE" or .*$/);
    });
  },
  { migrated: false },
);
