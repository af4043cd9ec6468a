import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RowDataPacket } from 'mysql2/promise';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { Keys } from '../../src/lti/keys.js';
import { Registrations } from '../../src/lti/registrations.js';
import { rosterParts } from '../../src/lti/roster-parts.js';
import { LtiStore } from '../../src/lti/store.js';
import { RecordingLogger } from '../../src/testing/recording-logger.js';
import { atMost, type Bench, type Figure, medians, timed, timedInserts } from './bench.js';
import type { ServerProcess } from './server-process.js';

const people = 10_000;
const perPage = 500;

/**
 * The roster of a course of 10,000 learners, 500 on a page, that nobody has read before, against the bare multi-row INSERT of
 * the same rows. What it takes to read it again is told beside.
 */
export async function roster({ bare, database }: ServerProcess): Promise<readonly Figure[]> {
  const open = openDatabase(database);
  const platform = await servePages();
  try {
    await migrateToLatest(open.knex, ltiMigrations);
    const store = new LtiStore(open, new SystemClock());
    const refresh = await refresher(store, platform.origin);
    const again: number[] = [];
    let course = '';
    const [read, inserted] = await medians(
      5,
      async () => {
        course = await newCourse(store, platform.origin);
        const takes = await timed(() => refresh(course));
        again.push(await timed(() => refresh(course)));
        return takes;
      },
      async () => timedInserts(bare, await rowsOf(bare, course)),
      2,
    );
    const later = Math.min(...again).toFixed(0);
    const detail = `${people} members ${read.toFixed(0)} ms, again ${later} ms, the same rows inserted ${inserted.toFixed(0)} ms`;
    return [{ name: 'roster', ratio: read / inserted, goal: atMost(2), detail }];
  } finally {
    platform.close();
    await open.knex.destroy();
  }
}

/** A platform that has its pages ready. */
async function servePages() {
  const pages = Array.from({ length: people / perPage }, (_, page) => {
    const members = Array.from({ length: perPage }, (__, index) => memberOf(page * perPage + index));
    return JSON.stringify({ members });
  });
  const server = createServer((request, response) => {
    const page = Number(/page=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
    if (request.url === '/token') return response.end('{"access_token":"x","expires_in":3600}');
    if (page + 1 < pages.length) response.setHeader('link', `</members?page=${page + 1}>; rel="next"`);
    return response.end(pages[page]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => void server.close() };
}

function memberOf(index: number): object {
  return {
    ...{ user_id: `user-${index}`, status: 'Active' },
    roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
    ...{ name: `Ada Learner ${index}`, given_name: 'Ada', family_name: `Learner ${index}` },
    email: `learner${index}@example.org`,
  };
}

async function refresher(store: LtiStore, origin: string): Promise<(course: string) => Promise<void>> {
  const registrations = new Registrations(store);
  await registrations.add({
    ...{ issuer: origin, clientId: 'bench', name: 'Bench', tokenAudience: null },
    ...{ authUrl: `${origin}/auth`, tokenUrl: `${origin}/token`, keysUrl: `${origin}/keys` },
  });
  const { roster: reader } = rosterParts({
    ...{ store, registrations, keys: new Keys(store, undefined), logger: new RecordingLogger() },
    judgement: { allowHttp: true, allowPrivate: false },
    tell: () => Promise.resolve(),
  });
  return async (course) => {
    const outcome = await reader.refresh(course);
    if (outcome !== 'whole') throw new Error(`The roster was not read: ${outcome}.`);
  };
}

let courses = 0;

/** A course of a tenant of its own, whose people nobody knows. */
async function newCourse(store: LtiStore, origin: string): Promise<string> {
  const registrations = new Registrations(store);
  const [registration] = await registrations.find(origin, 'bench');
  const id = `bench-${process.pid}-${(courses += 1)}`;
  const tenant = await registrations.tenantOf(registration?.id ?? '', id, []);
  await store.knex('seance_lti_space').insert({
    ...{ id, platform_id: tenant.id, context_id: id, name: 'Course' },
    ...{ memberships_url: `${origin}/members?limit=${perPage}`, launched_at: store.now() },
  });
  return id;
}

/** By table, what reading the roster wrote, as rows of another course that can be written again. */
async function rowsOf(bare: Bench['bare'], course: string): Promise<ReadonlyMap<string, readonly object[]>> {
  const again = `${course}-x`;
  const [memberships] = await bare.query<RowDataPacket[]>(
    'select * from seance_lti_membership where space_id = ?',
    [course],
  );
  const [members] = await bare.query<RowDataPacket[]>(
    'select m.* from seance_lti_member m join seance_lti_membership s on s.member_id = m.id where s.space_id = ?',
    [course],
  );
  if (members.length !== people) throw new Error(`There are ${members.length} members.`);
  // As many random bytes as there were, so that indexes are written in the same order.
  const idOf = (id: string): string => `${id.slice(0, -2)}~~`;
  return new Map<string, readonly object[]>([
    [
      'seance_lti_member',
      members.map((row) => ({ ...row, id: idOf(String(row['id'])), platform_id: again })),
    ],
    [
      'seance_lti_membership',
      memberships.map((row) => ({ ...row, space_id: again, member_id: idOf(String(row['member_id'])) })),
    ],
  ]);
}
