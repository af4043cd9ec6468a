import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { createLtiHost } from '../../src/lti/index.js';
import { courseOf } from '../lti/lms/course.js';
import { Lms } from '../lti/lms/lms.js';
import type { Launch } from '../lti/lms/platform.js';
import { type Answer, type Bench, type Figure, medians, perSecond, send } from './bench.js';
import { type ServerProcess, withProcess } from './server-process.js';

/** Where platforms find the tool, by its own word: what is asked goes to the port that it has. */
export const toolUrl = 'https://seances.example';

const [courses, perCourse] = [40, 25] as const;
const clients = 64;
/** Of a token, in seconds: as long as a round may take. */
const lifetime = 600;

type Server = Pick<Bench, 'url'>;

/** What a browser posts to the tool, once its platform has said who it is. */
interface Prepared {
  readonly state: string;
  readonly cookie: string;
  readonly idToken: string;
}

/** Launches per second of a process, from the id_token to the page, against the bare check of the same signatures. */
export async function launch({ database }: ServerProcess): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-'));
  const lms = await Lms.start({ profile: 'moodle' });
  lms.installAt(toolUrl);
  try {
    return [
      await figure('launch', lms, database),
      await figure('launch-sqlite', lms, `sqlite:${join(folder, 'lti.sqlite')}`),
    ];
  } finally {
    await lms.stop();
    rmSync(folder, { recursive: true });
  }
}

async function figure(name: string, lms: Lms, database: string): Promise<Figure> {
  return withProcess(new URL('lti-server.ts', import.meta.url), database, async (server) => {
    await register(lms, database);
    const keySet = createLocalJWKSet(lms.keys.published as JSONWebKeySet);
    let [prepared, begun]: [readonly Prepared[], number] = [[], 0];
    const [launched, verified] = await medians(
      5,
      async () => {
        [prepared, begun] = await begin(server, lms);
        return perSecond(prepared, clients, (one) => open(server, one));
      },
      () => perSecond(prepared, clients, ({ idToken }) => jwtVerify(idToken, keySet)),
      2,
    );
    const detail = `${courses * perCourse} people, ${clients} clients: ${launched.toFixed(0)} launches/s, bare verifications ${verified.toFixed(0)}/s; logins before ${begun.toFixed(0)}/s`;
    return { name, ratio: launched / verified, goal: null, detail };
  });
}

/** As an administrator does. */
async function register(lms: Lms, database: string): Promise<void> {
  const lti = createLtiHost({ database, publicUrl: toolUrl });
  const { issuer, clientId, authorizationUrl: authUrl, tokenUrl, keySetUrl: keysUrl } = lms.registration;
  await lti.registrations.add({
    ...{ issuer, clientId, name: 'Bench', authUrl, tokenUrl, keysUrl, tokenAudience: null },
  });
  await lti.stop();
}

/** A login of everybody, as far as the platform's answer to it. @returns them, and how many were begun in a second */
async function begin(server: Server, lms: Lms): Promise<[readonly Prepared[], number]> {
  const logins: (Omit<Prepared, 'idToken'> & { readonly launch: Partial<Launch>; readonly nonce: string })[] =
    [];
  const begun = await perSecond(everybody(), clients, async (somebody) => {
    logins.push({ ...(await login(server, lms)), launch: somebody });
  });
  const exp = Math.floor(Date.now() / 1_000) + lifetime;
  const prepared: Prepared[] = [];
  for (const { launch: somebody, nonce, ...rest } of logins)
    prepared.push({
      ...rest,
      idToken: await lms.idToken({ launch: somebody, nonce, claims: { exp } }),
    });
  return [prepared, begun];
}

/** Learners: who teaches would have a roster read. */
function everybody(): readonly Partial<Launch>[] {
  const learners = courseOf(courses * perCourse + 6).members.filter(({ role }) => role === 'learner');
  return learners.map((member, index) => {
    const number = Math.floor(index / perCourse);
    return { member, course: courseOf(0, `course-${number}`) };
  });
}

async function login(server: Server, { issuer, clientId }: Lms) {
  const asked = {
    iss: issuer,
    client_id: clientId,
    login_hint: '1',
    target_link_uri: `${toolUrl}/lti/launch`,
  };
  const begun = await ask(server, 303, 'GET', `/lti/login?${new URLSearchParams(asked).toString()}`);
  const [cookie = ''] = begun.headers['set-cookie']?.[0]?.split(';') ?? [];
  const answer = await ask(server, 303, 'GET', pathOf(begun), { headers: { cookie } });
  const { searchParams } = new URL(answer.headers.location ?? '');
  return { cookie, state: searchParams.get('state') ?? '', nonce: searchParams.get('nonce') ?? '' };
}

async function open(server: Server, { state, cookie, idToken }: Prepared): Promise<void> {
  const body = new URLSearchParams({ state, id_token: idToken });
  const opened = await ask(server, 303, 'POST', '/lti/launch', { headers: { cookie }, body });
  await ask(server, 200, 'GET', pathOf(opened));
}

function pathOf({ headers }: Answer): string {
  const { pathname, search } = new URL(headers.location ?? '');
  return `${pathname}${search}`;
}

async function ask(
  server: Server,
  expected: number,
  method: 'GET' | 'POST',
  path: string,
  more?: Parameters<typeof send>[4],
): Promise<Answer> {
  const answer = await send(server, '', method, path, more);
  if (answer.status === expected) return answer;
  throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body.toString().slice(0, 500)}`);
}
