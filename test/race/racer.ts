import { createSeancesPlugin } from '../../src/index.js';
import { Random } from '../support/random.js';
import { raceHost } from './race-host.js';

/** What a process of the race is told to do. */
export interface RaceOrder {
  readonly seed: number;
  readonly operations: number;
  /** Ids of the séances that everybody wants. */
  readonly seances: readonly string[];
}

/** What was promised to a client: an enrolment by its id, or on a date of a series somebody's. */
export type Promised =
  { readonly enrolmentId: string } | { readonly seanceId: string; readonly userId: string };

/** What a process reports, over IPC, once it is done. */
export interface RaceReport {
  readonly operations: number;
  /** How often each answer came: what was asked for, the status, and the code of a fault. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly promised: readonly Promised[];
}

const concurrency = 16;
const scopes = ['this', 'this', 'this', 'this', 'following', 'all'];
const root = '/plugins/seances/api/v1/spaces/space';

/** One process of the race: it makes random requests as fast as it can, and remembers what it was promised. */
async function race({ seed, operations, seances }: RaceOrder): Promise<RaceReport> {
  const host = raceHost();
  const plugin = createSeancesPlugin({ ...host.ports, database: process.env['DATABASE_URL'] ?? '' });
  const random = new Random(seed);
  const statuses: Record<string, number> = {};
  const promised: Promised[] = [];

  async function send(actor: string, method: string, path: string, body?: unknown) {
    const response = await plugin.fetch(
      new Request(`http://race.test${root}${path}`, {
        method,
        headers: { 'x-actor': actor, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
      {},
    );
    const text = await response.text();
    const answer = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    const fault = response.status >= 500 ? ` ${String(answer['code'])}` : '';
    const key = `${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…').replace(/\?.*/, '')} ${response.status}${fault}`;
    statuses[key] = (statuses[key] ?? 0) + 1;
    return { status: response.status, body: answer };
  }

  const learner = () => `learner${random.whole(1, 60)}`;

  async function enrolInSeries(): Promise<void> {
    const userId = learner();
    const scope = random.among(['following', 'all']);
    const path = `/seances/${random.among(seances)}/enrolments/me?scope=${scope}`;
    const { body } = await send(userId, 'PUT', path);
    for (const { seanceId, outcome } of (body['results'] ?? []) as { seanceId: string; outcome: string }[])
      if (outcome === 'enrolled' || outcome === 'waiting') promised.push({ seanceId, userId });
  }

  async function enrol(): Promise<void> {
    const other = random.chance(0.3) ? `?insteadOf=${random.among(seances)}` : '';
    const { status, body } = await send(
      learner(),
      'PUT',
      `/seances/${random.among(seances)}/enrolments/me${other}`,
    );
    if (status === 201 || status === 202) promised.push({ enrolmentId: String(body['id']) });
  }

  async function someEnrolment(id: string, status: string): Promise<string | undefined> {
    const { body } = await send('trainer1', 'GET', `/seances/${id}/enrolments?size=50&status=${status}`);
    const items = (body['items'] ?? []) as { id: string }[];
    return items.length > 0 ? random.among(items).id : undefined;
  }

  async function staff(): Promise<void> {
    const id = random.among(seances);
    const dice = random.next();
    if (dice < 0.3) {
      const userIds = [learner(), learner(), learner()];
      const scope = random.among(['this', 'this', 'all']);
      await send('trainer1', 'POST', `/seances/${id}/enrolments?scope=${scope}`, { userIds });
    } else if (dice < 0.6) {
      await send('trainer1', 'PATCH', `/seances/${id}`, { capacity: random.whole(1, 12) });
    } else if (dice < 0.75) {
      const eid = await someEnrolment(id, 'waiting');
      if (eid) await send('trainer1', 'POST', `/seances/${id}/enrolments/${eid}/accept`);
    } else if (dice < 0.9) {
      const eid = await someEnrolment(id, 'enrolled');
      if (eid)
        await send('trainer1', 'POST', `/seances/${id}/enrolments/${eid}/move`, {
          seanceId: random.among(seances),
        });
    } else if (dice < 0.95) {
      const scope = random.among(['this', 'all']);
      await send('trainer1', 'POST', `/seances/${id}/cancel?scope=${scope}`, {});
      await send('trainer1', 'POST', `/seances/${id}/reinstate?scope=${scope}`, {});
    } else {
      await send('trainer1', 'DELETE', `/seances/${id}`);
      await send('trainer1', 'POST', `/seances/${id}/restore`);
    }
  }

  let left = operations;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left > 0) {
        left -= 1;
        const dice = random.next();
        if (dice < 0.55) await enrol();
        else if (dice < 0.6) await enrolInSeries();
        else if (dice < 0.96)
          await send(
            learner(),
            'DELETE',
            `/seances/${random.among(seances)}/enrolments/me?scope=${random.among(scopes)}`,
          );
        else await staff();
      }
    }),
  );
  await plugin.stop();
  return { operations, statuses, promised };
}

process.once('message', (order: RaceOrder) => {
  race(order).then(
    (report) => process.send?.(report, () => process.exit()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
