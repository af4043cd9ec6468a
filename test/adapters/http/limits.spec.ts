import { expect } from 'chai';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { onDatabase, onMysql, onSqlite } from '../../support/databases.js';
import { rejection } from '../../support/rejections.js';
import { type Answer, invalid, refusedWith, seanceBody, seances } from '../../support/api.js';
import { startPlugin, stopPlugins } from '../../support/plugin-under-test.js';

const root = '/api/v1/spaces/demo';
const never = new Promise<never>(() => undefined);

onDatabase('A limit that the host sets', (database) => {
  after(stopPlugins);

  it('bodyBytes: refuses a body of one byte more, whether or not its length is announced', async () => {
    const { api } = await startPlugin(database.knex, { limits: { bodyBytes: 200 } });
    const ofLength = (bytes: number) => JSON.stringify(seanceBody({ name: 'x' })).padEnd(bytes);
    const create = (bytes: number, announced: boolean) =>
      api.send('POST', seances, {
        raw: announced ? ofLength(bytes) : new Blob([ofLength(bytes)]).stream(),
        headers: {
          'content-type': 'application/json',
          ...(announced && { 'content-length': String(bytes) }),
        },
      });

    for (const announced of [true, false]) {
      expect((await create(200, announced)).status).to.equal(201);
      refusedWith(await create(201, announced), 413, 'payload-too-large');
    }
  });

  it('listItems: refuses all of a longer list, on every route that lists, and pages it as ever', async () => {
    const { api, documented } = await startPlugin(database.knex, { limits: { listItems: 1 } });
    const { id } = await api.created({ enrolmentMode: 'manual' });
    await api.created();
    for (const content of ['one', 'two']) await api.post(`${seances}/${id}/comments`, { content });
    for (const name of ['One', 'Two']) {
      const day = { name, startsOn: '2027-01-01' };
      await api.post('/api/v1/admin/closed-days', day, { as: 'admin' });
      await api.post('/api/v1/admin/locations', { name }, { as: 'admin' });
    }
    const lists = documented.operations.filter(({ operation }) => hasAll(operation.parameters));
    expect(lists).to.have.length.above(7);
    let refused = 0;
    for (const { path, operation } of lists) {
      const filled = path.replace('{space}', 'demo').replace('{id}', id);
      const as = operation['x-permission'] === 'administer' ? 'admin' : 'trainer1';
      const paged = await api.get<{ total: number }>(`${filled}?size=10`, { as });
      const whole = await api.get(`${filled}?size=all`, { as });

      if (paged.body.total > 1) {
        invalid(whole, ['?size', 'too-large']);
        refused += 1;
      } else expect(whole.status, filled).to.equal(200);
    }
    expect(refused).to.be.above(5);
  });

  it('listItems: answers a list that is as long as the limit', async () => {
    const { api } = await startPlugin(database.knex, { limits: { listItems: 2 } });
    const { id } = await api.created();
    for (const content of ['one', 'two']) await api.post(`${seances}/${id}/comments`, { content });
    const { body } = await api.get<{ items: unknown[] }>(`${seances}/${id}/comments?size=all`);

    expect(body.items).to.have.length(2);
  });

  it('deletedAtOnce and enrolledAtOnce: refuse longer lists, and stand in the document', async () => {
    const limits = { deletedAtOnce: 2, enrolledAtOnce: 1 };
    const { api, documented } = await startPlugin(database.knex, { limits });
    const { id } = await api.created({ enrolmentMode: 'manual' });
    const enrol = (...userIds: string[]) => api.post(`${seances}/${id}/enrolments`, { userIds });

    invalid(await api.post(`${seances}/delete`, { ids: ['a', 'b', 'c'] }), ['/ids', 'too-long']);
    invalid(await enrol('learner1', 'learner2'), ['/userIds', 'too-long']);
    expect((await enrol('learner1')).status).to.equal(200);
    expect(documented.schema('SeanceIds')({ ids: ['a', 'b', 'c'] })).to.equal(false);
    expect(documented.schema('EnrolmentInput')({ userIds: ['a', 'b'] })).to.equal(false);
  });

  it('requestMilliseconds: answers 503 when the host does not answer, and logs it', async () => {
    const logged: object[] = [];
    const keep = (values: object) => void logged.push(values);
    const logger = { info: () => undefined, warn: keep, error: keep };
    const { api, host } = await startPlugin(
      database.knex,
      { limits: { requestMilliseconds: 50 } },
      { logger },
    );
    host.directory.space = () => never;
    const answer = await api.get(seances);

    refusedWith(answer, 503, 'timed-out');
    expect(answer.headers.get('retry-after')).to.match(/^\d+$/);
    expect(logged).to.have.length(1);
    expect(logged[0]).to.include({ status: 503, error: 'timed-out', operation: 'listSeances' });
  });

  it('requestMilliseconds: answers 503 when the body does not come', async () => {
    const { api } = await startPlugin(database.knex, { limits: { requestMilliseconds: 50 } });
    const silent = new ReadableStream<Uint8Array>({ pull: () => never });
    const headers = { 'content-type': 'application/json' };

    refusedWith(await api.send('POST', seances, { raw: silent, headers }), 503, 'timed-out');
  });
});

function hasAll(parameters: readonly { readonly name: string; readonly schema: object }[]): boolean {
  return parameters.some(({ name, schema }) => name === 'size' && JSON.stringify(schema).includes('"all"'));
}

onMysql('The lock wait', (database) => {
  after(stopPlugins);

  it('lockWaitSeconds: answers 503 busy while somebody holds the row, and does it once they let go', async () => {
    const { api } = await startPlugin(database.address, { limits: { lockWaitSeconds: 1 } });
    const { id } = await api.created();
    const rename = (): Promise<Answer<SeanceView>> => api.patch(`${seances}/${id}`, { name: 'Later' });
    await database.openAnother().knex.transaction(async (holder) => {
      await holder('seance').where({ id }).update({ version: 1 });
      const answer = await rename();

      refusedWith(answer, 503, 'busy');
      expect(answer.headers.get('retry-after')).to.match(/^\d+$/);
    });

    expect((await rename()).body.name).to.equal('Later');
  });

  it('is asked of every connection', async () => {
    const { knex } = openDatabase(database.address, 7);
    const [[row]] = (await knex.raw(
      'select @@innodb_lock_wait_timeout as ofRows, @@lock_wait_timeout as ofTables',
    )) as [[object]];
    await knex.destroy();

    expect(row).to.deep.equal({ ofRows: 7, ofTables: 7 });
  });
});

onSqlite('How often an actor may ask', (database) => {
  after(stopPlugins);

  it('is not limited unless the host says so', async () => {
    const { api } = await startPlugin(database.knex);
    for (let number = 0; number < 200; number += 1) {
      expect((await api.get(root)).status).to.equal(200);
    }
  });

  it('requestsPerMinute: refuses one actor more, tells them when, and lets the others be', async () => {
    const { api, clock } = await startPlugin(database.knex, { limits: { requestsPerMinute: 3 } });
    for (let number = 0; number < 3; number += 1) expect((await api.get(root)).status).to.equal(200);
    clock.advance(20);
    const answer = await api.get(root);

    refusedWith(answer, 429, 'too-many-requests');
    expect(answer.headers.get('retry-after')).to.equal('40');
    refusedWith(await api.post(seances, seanceBody()), 429, 'too-many-requests');
    expect((await api.get(root, { as: 'learner1' })).status).to.equal(200);
    expect((await api.get('/health/live', { as: 'trainer1' })).status).to.equal(200);
    clock.advance(40);
    expect((await api.get(root)).status).to.equal(200);
  });

  it("asks the host's own limiter first, which may be down like every port", async () => {
    const asked: string[] = [];
    const rateLimiter = {
      take: (actorId: string) => {
        asked.push(actorId);
        return asked.length > 2 ? Promise.reject(new Error('down')) : Promise.resolve(asked.length - 1);
      },
    };
    const { api } = await startPlugin(database.knex, { limits: { requestsPerMinute: 1 } }, { rateLimiter });

    expect((await api.get(root)).status).to.equal(200);
    expect((await api.get(root)).headers.get('retry-after')).to.equal('1');
    refusedWith(await api.get(root), 503, 'unavailable');
    expect(asked).to.deep.equal(['trainer1', 'trainer1', 'trainer1']);
  });
});

onSqlite('The lock wait', (database) => {
  it('ends a write that waits for somebody who holds the file', async () => {
    const impatient = openDatabase(database.address, 1);
    const timeouts: unknown = await impatient.knex.raw('pragma busy_timeout');
    let code: unknown;
    await database.openAnother().knex.transaction(async () => {
      code = (await rejection(new KnexUnitOfWork(impatient).write(() => Promise.resolve()))) as unknown;
    });
    await impatient.knex.destroy();

    expect(timeouts).to.deep.equal([{ timeout: 1_000 }]);
    expect(code).to.include({ code: 'busy' });
  });
});

onSqlite('Limits', (database) => {
  it('that are no whole numbers from 1 are refused by name when the plugin is made', async () => {
    for (const limits of [{ bodyBytes: 0 }, { listItems: 1.5 }, { requestMilliseconds: Number.NaN }]) {
      let message = '';
      try {
        await startPlugin(database.knex, { limits });
      } catch (error) {
        ({ message } = error as Error);
      }
      expect(message).to.match(/^The limit \w+ is .*: it has to be a whole number from 1\.$/);
      expect(message).to.include(Object.keys(limits)[0] ?? '');
    }
  });
});
