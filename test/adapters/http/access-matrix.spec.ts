import { expect } from 'chai';
import { person } from '../../../src/testing/index.js';
import { onSqlite, type TestDatabase } from '../../support/databases.js';
import { endableMailTo } from '../../support/endable-mail.js';
import { SavedTables } from '../../support/saved-tables.js';
import { contentsOf } from '../../support/table-contents.js';
import { accessMatrix, type Column, type MatrixRow } from './access-matrix.js';
import { type Answer, type Api, seanceBody, seances } from '../../support/api.js';
import { currentSession, space } from '../../support/campus.js';
import { tenancy, tenant, theirSpace, withTenant } from '../../support/tenant.js';
import { type PluginUnderTest, startPlugin, stopPlugins } from '../../support/plugin-under-test.js';

/** Where those ask who do not ask in the space of the things. */
const spaceOf: Partial<Record<Column, string>> = { smuggler: 'other', courier: theirSpace };

/** What stands in the place of a placeholder, and what bodies name. */
type Things = Readonly<Record<string, string>>;

/** What is sent with a row's request: right in every way. */
const bodies: Readonly<Record<string, (things: Things) => object>> = {
  '/groups/{group}': () => ({ limit: 2 }),
  '/seances': () => seanceBody(),
  '/seances/check': ({ id }) => ({ id, name: 'Another name' }),
  '/seances/edit/preview': ({ id }) => ({ ids: [id], changes: { capacity: 7 } }),
  '/seances/edit': ({ id }) => ({ ids: [id], changes: { capacity: 7 } }),
  '/seances/cancel': ({ id }) => ({ ids: [id] }),
  '/seances/reinstate': ({ id }) => ({ ids: [id] }),
  '/seances/repetitions/preview': () => ({
    ...seanceBody(),
    repetition: { weekdays: ['MO'], weeks: 2 },
  }),
  '/seances/delete': ({ id }) => ({ ids: [id] }),
  '/seances/restore': ({ deleted }) => ({ ids: [deleted] }),
  '/seances/{id}': () => ({ name: 'Another name' }),
  '/seances/{id}/cancel': () => ({ reason: 'Snow' }),
  '/seances/{id}/reinstate': () => ({}),
  '/seances/{id}/repetitions/preview': () => ({ weekdays: ['MO'], weeks: 2 }),
  '/seances/{id}/repetitions': () => ({ weekdays: ['MO'], weeks: 2 }),
  '/seances/{id}/changes/preview': () => ({ name: 'Another name' }),
  '/seances/{id}/enrolments': () => ({ userIds: ['learner2'] }),
  '/seances/{id}/enrolments/{eid}/move': ({ sibling }) => ({ seanceId: sibling }),
  '/seances/{id}/attendance/break': () => ({ start: '12:00', end: '12:30' }),
  '/seances/{half}/attendance/{slot}/marks': () => ({ marks: [{ userId: 'learner2', mark: 'present' }] }),
  '/seances/{half}/attendance/{slot}/roster': () => ({ userIds: ['learner2'] }),
  '/seances/{half}/attendance/{slot}/check-in': () => ({ open: true }),
  '/seances/{half}/attendance/{slot}/corrections': () => ({
    userId: 'learner2',
    mark: 'absent',
    reason: 'No',
  }),
  '/seances/{half}/attendance/{slot}/close': () => ({}),
  '/check-in': () => ({ code: 'ABCD-1234' }),
  '/check-in/confirm': () => ({ ticket: 'none' }),
  '/seances/{id}/comments': () => ({ content: 'A comment' }),
  '/seances/{id}/comments/{cid}': () => ({ content: 'Another comment' }),
  '/downloads': ({ id }) => ({ path: `${seances}/${id}.ics` }),
  '/me/notices/read': () => ({ ids: [] }),
  '/me/notice-preferences': () => ({ kinds: { change: 'daily' } }),
  '/admin/notices': () => ({ mail: false }),
  '/admin/settings': () => ({ promotion: 'staff' }),
  '/admin/locations': ({ name }) => ({ name: `New ${name}` }),
  '/admin/locations/{place}': () => ({ city: 'Namur' }),
  '/admin/webhooks': () => ({ url: unheard, types: ['seance.created'] }),
  '/admin/webhooks/{hook}': () => ({ paused: true }),
  '/admin/closed-days': () => ({ name: 'Closed', startsOn: '2027-05-01' }),
  '/admin/closed-days/{day}': () => ({ name: 'Still closed' }),
  '/admin/closed-days/import/preview': () => ({ calendar }),
  '/admin/closed-days/import': () => ({ calendar }),
};

/** What is asked of a row's route where it cannot be asked without. */
const queries: Readonly<Record<string, string>> = {
  '/closed-days': '?from=2027-04-01&to=2027-04-30',
  '/attendance.pdf': '?from=2027-04-01&to=2027-04-07',
};

/** Where nobody listens. */
const unheard = 'http://127.0.0.1:9/';

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//x//x//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20261101T000000Z',
  'DTSTART;VALUE=DATE:20270501',
  'SUMMARY:Closed',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

onSqlite('The authorization matrix', (database) => {
  let under: PluginUnderTest;
  let things: Things;
  let atFirst: SavedTables;
  let contents: Awaited<ReturnType<typeof contentsOf>>;

  before('makes one of everything', async () => {
    under = await startPlugin(database.knex, { webhooks: { allowHttp: true } });
    under.host.withTrainer('other-2026', person('elsewhere', 'Else', 'Where'));
    under.host.withLearner(currentSession, person('learner3', 'Lou', 'Learner'));
    withTenant(under.host);
    // Queues wait for staff, so that somebody can be accepted.
    const { status } = await under.api.send('PUT', '/api/v1/admin/settings', {
      as: 'admin',
      json: { promotion: 'staff' },
    });
    expect(status).to.equal(200);
    things = { ...(await prepared(under.api)), mail: await endedMailOf('learner2', under.api, database) };
    atFirst = await SavedTables.of(database.knex);
    contents = await contentsOf(database.knex);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await atFirst.restore();
  });
  after(stopPlugins);

  it('has a row for every route, and no other, with a status for every role', () => {
    const documented = under.documented.operations.map(({ method, path }) => `${method} ${path}`);
    const rows = accessMatrix.map(({ method, path }) => {
      const template = path
        .replace(/\{(group|deleted|half|place|day|hook)\}/, '{id}')
        .replace('{gone}', '{cid}')
        .replace(/\{(ticket|mail)\}/, '{token}');
      return `${method} ${template}`;
    });

    expect(rows.toSorted()).to.deep.equal(documented.toSorted());
    for (const { path, cells } of accessMatrix) {
      const named =
        /\{(?!space|token|ticket|mail|place|day|hook|did)|\/seances\/(check|delete|restore|cancel|reinstate|edit|edit\/preview)$/.test(
          path,
        );
      expect(cells, path).to.have.length(named ? 11 : 9);
    }
  });

  for (const row of accessMatrix) {
    it(`${row.method} ${row.path}`, async () => {
      for (const { column, actor, status } of row.cells) {
        const answer = await ask(row, things, actor, spaceOf[column] ?? space);

        expect(answer.status, `${column}: ${answer.text}`).to.equal(status);
        if (actor === tenant && row.cells[0]?.status === 401)
          expect(toldIn(answer, row, things), column).to.deep.equal([]);
        // What is fetched once is not there for the next.
        const mayChange = status < 400 && (row.method !== 'GET' || row.path.endsWith('{ticket}'));
        if (!mayChange) {
          expect(await contentsOf(database.knex), column).to.deep.equal(contents);
          continue;
        }
        if (actor === tenant)
          expect(withoutTenant(await contentsOf(database.knex)), column).to.deep.equal(
            withoutTenant(contents),
          );
        await atFirst.restore();
      }
    });
  }

  function ask(row: MatrixRow, things: Things, as: string | null, inSpace: string): Promise<Answer> {
    const { path, body } = requestOf(row, { ...things, space: inSpace });
    const form = row.method === 'POST' && row.path.endsWith('{mail}');
    const headers = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    return under.api.send(row.method, path, { as, headers, ...(body && { json: body }) });
  }
});

/** The secret in the address with which somebody ends mails that they do not get any more. */
async function endedMailOf(userId: string, api: Api, { knex }: TestDatabase): Promise<string> {
  const token = await endableMailTo(userId, knex);
  const json = { kinds: { reminder: 'never' } };
  await api.send('PUT', '/api/v1/me/notice-preferences', { as: userId, json });
  return token;
}

/** Everything but what is of the other platform. */
function withoutTenant(contents: Awaited<ReturnType<typeof contentsOf>>): object {
  const tables = Object.entries(contents).map(([table, rows]) => [
    table,
    rows.filter(({ platform_id: platformId }) => platformId !== tenancy),
  ]);
  return Object.fromEntries(tables) as object;
}

/** Which of the things an answer names that its request did not. */
function toldIn({ text }: Answer, row: MatrixRow, things: Things): readonly string[] {
  const { path, body } = requestOf(row, things);
  const sent = `${path} ${JSON.stringify(body)}`;
  return Object.values(things).filter((thing) => text.includes(thing) && !sent.includes(thing));
}

/** What is asked of a row's route: right in every way. */
function requestOf({ method, path }: MatrixRow, things: Things): { path: string; body: object | undefined } {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => things[name] ?? '');
  const route = path.replace(/^\/api\/v1(\/spaces\/\{space\})?/, '');
  const hasBody = method !== 'GET' && method !== 'DELETE';
  return {
    path: `${filled}${queries[route] ?? ''}`,
    body: hasBody ? bodies[route]?.(things) : undefined,
  };
}

/** One of everything that a request can name, in the space that is asked. */
async function prepared(api: Api): Promise<Things> {
  const name = 'Thing';
  const { id, group } = await api.created({ enrolmentMode: 'public', capacity: 1, groupName: name });
  const { id: sibling } = await api.created({ enrolmentMode: 'public' });
  const { id: deleted } = await api.created();
  const { id: half } = await api.created({ start: '2026-11-23T11:30', end: '2026-11-23T12:30' });
  // Its roster is written down now: it would be by itself at any moment.
  expect((await api.post(`${seances}/${half}/attendance/1/check-in`, { open: false })).status).to.equal(200);
  const made = async (path: string, json: object, as = 'trainer1') => {
    const answer = await api.post<{ id: string }>(path, json, { as });
    expect(answer.status, answer.text).to.be.within(200, 201);
    return answer.body;
  };
  await made(`${seances}/${id}/enrolments`, { userIds: ['learner2', 'learner3'] });
  await api.patch(`${seances}/${id}`, { capacity: 2 });
  const waiting = await api.get<{ items: { id: string }[] }>(`${seances}/${id}/enrolments?status=waiting`);
  const { id: cid } = await made(`${seances}/${id}/comments`, { content: 'Stays' });
  const { id: gone } = await made(`${seances}/${id}/comments`, { content: 'Goes' });
  await api.delete(`${seances}/${id}/comments/${gone}`);
  await api.delete(`${seances}/${deleted}`);
  const { id: place } = await made('/api/v1/admin/locations', { name }, 'admin');
  const { id: day } = await made('/api/v1/admin/closed-days', { name, startsOn: '2027-04-01' }, 'admin');
  const { id: hook } = await made(
    '/api/v1/admin/webhooks',
    { url: unheard, types: ['seance.created'] },
    'admin',
  );
  const { id: did } = await made(`/api/v1/admin/webhooks/${hook}/trial`, {}, 'admin');
  const feed = await api.send<{ url: string }>('POST', '/api/v1/me/feed', { as: 'learner2' });
  const token = /([^/]+)\.ics$/.exec(feed.body.url)?.[1] ?? '';
  const offered = await api.post<{ url: string }>('/api/v1/downloads', { path: `${seances}/${id}.ics` });
  const ticket = /([^/]+)$/.exec(offered.body.url)?.[1] ?? '';
  const eid = waiting.body.items[0]?.id ?? '';
  return {
    name,
    id,
    group: group?.id ?? '',
    sibling,
    deleted,
    half,
    slot: '1',
    eid,
    cid,
    gone,
    place,
    day,
    hook,
    did,
    token,
    ticket,
  };
}
