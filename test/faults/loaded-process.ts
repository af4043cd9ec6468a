import { randomUUID } from 'node:crypto';
import { createSeancesPlugin } from '../../src/index.js';
import { raceHost } from '../race/race-host.js';
import { Random } from '../support/random.js';

export interface LoadOrder {
  readonly seed: number;
  /** Ids of séances that everybody wants a place in. */
  readonly seances: readonly string[];
}

/** What a process says of each answer, over IPC, as soon as it has it. */
export interface Answered {
  readonly what: 'create' | 'comment' | 'enrol' | 'leave' | 'list';
  readonly status: number;
  readonly milliseconds: number;
  readonly hasRetryAfter: boolean;
  readonly code?: string;
  /** Of what was acknowledged. */
  readonly id?: string;
  /** That a creation was asked for with, once or again until it was answered. */
  readonly key?: string;
}

const concurrency = 6;
const root = '/plugins/seances/api/v1/spaces/space/seances';
const when = { start: '2999-01-05T09:00', end: '2999-01-05T10:00' };

/** Asks without an end, as the users of a platform do: at a steady pace, and again after `Retry-After`. */
async function load({ seed, seances }: LoadOrder): Promise<void> {
  const limits = { lockWaitSeconds: 1, requestMilliseconds: 6_000 };
  const plugin = createSeancesPlugin(
    { ...raceHost().ports, database: process.env['DATABASE_URL'] ?? '' },
    { limits },
  );
  const random = new Random(seed);
  while (!(await isStarted(plugin))) await pause(200);

  async function send(
    what: Answered['what'],
    as: string,
    method: string,
    path: string,
    body?: object,
    key?: string,
  ) {
    const begun = performance.now();
    const response = await plugin.fetch(
      new Request(`http://faults.test${root}${path}`, {
        method,
        headers: {
          'x-actor': as,
          ...(body && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
      {},
    );
    const text = await response.text();
    const { id, code } = (text ? JSON.parse(text) : {}) as { id?: string; code?: string };
    process.send?.({
      what,
      status: response.status,
      milliseconds: performance.now() - begun,
      hasRetryAfter: response.headers.has('retry-after'),
      ...(code !== undefined && { code }),
      ...(id !== undefined && { id }),
      ...(key !== undefined && { key }),
    } satisfies Answered);
    return response.status;
  }

  /** The same attempt until it is answered: what was done and not acknowledged is not done twice. */
  async function create(): Promise<void> {
    const key = randomUUID();
    while ((await send('create', 'trainer1', 'POST', '', { name: key, ...when }, key)) === 503)
      await pause(300);
  }

  const list = () => send('list', `learner${random.whole(1, 60)}`, 'GET', '?size=20');

  async function one(): Promise<void> {
    const learner = `learner${random.whole(1, 60)}`;
    const id = random.among(seances);
    const dice = random.next();
    if (dice < 0.2) await create();
    else if (dice < 0.35)
      await send('comment', 'trainer1', 'POST', `/${id}/comments`, { content: 'Bring a pen' });
    else if (dice < 0.65) await send('enrol', learner, 'PUT', `/${id}/enrolments/me`);
    else if (dice < 0.85) await send('leave', learner, 'DELETE', `/${id}/enrolments/me`);
    else await list();
  }

  async function forEver(work: () => Promise<unknown>, atLeast: number): Promise<never> {
    for (;;) {
      await work();
      await pause(random.whole(atLeast, 4 * atLeast));
    }
  }

  // Somebody reads all the time: the others may all be waiting for what cannot be written.
  await Promise.all([...Array.from({ length: concurrency }, () => forEver(one, 10)), forEver(list, 50)]);
}

/** A process that starts while the database is away tries again, as its supervisor has it do. */
async function isStarted(plugin: { start(): Promise<void> }): Promise<boolean> {
  return plugin.start().then(
    () => true,
    () => false,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

process.once('message', (order: LoadOrder) => {
  load(order).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit());
