import { createSeancesPlugin } from '../../src/index.js';
import { Random } from '../support/random.js';
import { classOf, presenceHost, trainers } from './presence-host.js';

/** What a process of the race is told to do. */
export interface PresenceOrder {
  readonly seed: number;
  readonly operations: number;
  readonly seances: readonly string[];
}

/** What a client was told is written down of somebody in a half-day. */
export interface Acknowledged {
  readonly seanceId: string;
  readonly slot: number;
  readonly kind: 'mark' | 'close' | 'correction';
  readonly userId: string;
  readonly mark: string;
  /** Names the one mark that was meant; empty for any. */
  readonly note: string;
}

/** What a process reports of each answer, over IPC, when it has it. */
export interface PresenceReport {
  /** What was asked for, the status, and the code of a refusal. */
  readonly answer: string;
  readonly acknowledged: readonly Acknowledged[];
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const concurrency = 4;
const api = '/plugins/seances/api/v1';
const drawn = 'M10 20L30 40L50 20';

/** One process of the race: trainers and learners who all want the same half-days. */
async function race({ seed, operations, seances }: PresenceOrder): Promise<void> {
  const plugin = createSeancesPlugin({
    ...presenceHost().ports,
    database: process.env['DATABASE_URL'] ?? '',
  });
  const random = new Random(seed);
  let asked = 0;

  async function send(
    actor: string | null,
    method: string,
    path: string,
    body?: unknown,
    told?: Told,
  ): Promise<Answer> {
    const response = await plugin.fetch(
      new Request(`http://race.test${api}${path}`, {
        method,
        headers: { ...(actor !== null && { 'x-actor': actor }), 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
      {},
    );
    const text = await response.text();
    const answer = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    const { status } = response;
    const fault = status >= 400 ? ` ${String(answer['code'])}` : '';
    const what = path.replaceAll(/[0-9a-f-]{36}/g, '…').replace(/\?.*/, '');
    const acknowledged = status < 300 && told ? told(answer) : [];
    process.send?.({ answer: `${method} ${what} ${status}${fault}`, acknowledged } satisfies PresenceReport);
    return { status, body: answer };
  }

  const trainer = () => random.among(trainers);
  const learner = () => `learner${random.whole(1, classOf)}`;
  const at = (id: string) => `/spaces/space/seances/${id}`;
  const sheet = (id: string) => `${at(id)}/attendance/1`;

  async function mark(id: string): Promise<void> {
    asked += 1;
    const note = `${process.pid}-${seed}-${asked}`;
    const userIds = new Set(Array.from({ length: random.whole(1, 5) }, learner));
    const marks = [...userIds].map((userId) => ({
      ...random.among([
        { mark: 'present' },
        { mark: 'late', minutes: random.whole(1, 5) },
        { mark: 'absent' },
      ]),
      ...{ userId, note },
      ...(random.chance(0.2) && { at: new Date(Date.now() - 5_000).toISOString().replace(/\.\d+Z/, 'Z') }),
    }));
    await send(trainer(), 'PUT', `${sheet(id)}/marks`, { marks }, () =>
      marks.map(({ userId, mark: value }) => ({
        seanceId: id,
        slot: 1,
        kind: 'mark',
        userId,
        mark: value,
        note,
      })),
    );
  }

  async function checkIn(id: string): Promise<void> {
    const shown = await send(trainer(), 'POST', `${sheet(id)}/check-in`, { open: true });
    const code = String(shown.body['code']);
    if (shown.status !== 200) return;
    if (random.chance(0.1)) await send(null, 'POST', '/check-in', { code: `${code.slice(0, 5)}0000` });
    const { status, body } = await send(null, 'POST', '/check-in', {
      code,
      device: `phone-${random.whole(1, 50)}`,
    });
    if (status !== 200) return;
    const users = random.chance(0.1) ? [learner(), learner()] : [learner()];
    await Promise.all(users.map((userId) => confirm(id, userId, String(body['ticket']))));
  }

  async function confirm(id: string, userId: string, ticket: string): Promise<void> {
    const signature = random.chance(0.5) ? { signature: drawn } : {};
    await send(userId, 'POST', '/check-in/confirm', { ticket, ...signature }, ({ entry }) => {
      const { mark: value } = entry as { mark: string };
      return [{ seanceId: id, slot: 1, kind: 'mark', userId, mark: value, note: '' }];
    });
  }

  async function correct(id: string): Promise<void> {
    asked += 1;
    const reason = `${process.pid}-${seed}-${asked}`;
    const userId = learner();
    await send(trainer(), 'POST', `${sheet(id)}/corrections`, { userId, mark: 'excused', reason }, () => [
      { seanceId: id, slot: 1, kind: 'correction', userId, mark: 'excused', note: reason },
    ]);
  }

  async function reshape(id: string): Promise<void> {
    const dice = random.next();
    if (dice < 0.3)
      await send(trainer(), 'PATCH', at(id), { timeZone: random.among(['Europe/Brussels', 'Europe/Paris']) });
    else if (dice < 0.5)
      await send(trainer(), 'PUT', `${at(id)}/attendance/break`, { start: '12:00', end: '12:30' });
    else if (dice < 0.7) {
      await send(trainer(), 'POST', `${at(id)}/cancel`, {});
      await send(trainer(), 'POST', `${at(id)}/reinstate`, {});
    } else if (dice < 0.85) {
      await send(trainer(), 'DELETE', at(id));
      await send(trainer(), 'POST', `${at(id)}/restore`);
    } else await send(trainer(), 'POST', `${at(id)}/enrolments`, { userIds: [learner(), learner()] });
  }

  async function close(id: string): Promise<void> {
    await send(
      trainer(),
      'POST',
      `${sheet(id)}/close`,
      random.chance(0.5) ? { signature: drawn } : {},
      () => [{ seanceId: id, slot: 1, kind: 'close', userId: '', mark: '', note: '' }],
    );
  }

  async function act(): Promise<void> {
    const id = random.among(seances);
    const dice = random.next();
    if (dice < 0.4) await mark(id);
    else if (dice < 0.8) await checkIn(id);
    else if (dice < 0.86) await correct(id);
    else if (dice < 0.9)
      await send(trainer(), 'POST', `${sheet(id)}/roster`, { userIds: [learner(), learner()] });
    else if (dice < 0.98) await reshape(id);
    else if (dice < 0.988) await send(learner(), 'GET', `${at(id)}/attendance`);
    else await close(id);
  }

  await plugin.start();
  let left = operations;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left > 0) {
        left -= 1;
        await act();
      }
    }),
  );
  // However few operations there were, something is closed and corrected.
  const last = seances[seed % seances.length] ?? '';
  await close(last);
  await correct(last);
  await plugin.stop();
}

/** What an answer says is written down. */
type Told = (body: Record<string, unknown>) => readonly Acknowledged[];

process.once('message', (order: PresenceOrder) => {
  race(order).then(
    () => process.disconnect(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
