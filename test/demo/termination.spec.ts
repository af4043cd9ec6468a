import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request, Agent, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { onDatabase } from '../support/databases.js';

const main = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
/** Of clients that send one request after the other. */
const clients = 12;

/** What became of one request: a status, or how the connection refused it. */
interface Outcome {
  readonly status?: number;
  readonly error?: string;
  /** Whether the answer, once begun, came to its end. */
  readonly isWhole: boolean;
  readonly id?: string;
}

onDatabase(
  'SIGTERM under load',
  (database) => {
    let child: ChildProcess;
    let url: string;
    let output = '';

    before(async function () {
      this.timeout(60_000);
      child = spawn(process.execPath, ['--import=tsx', main], {
        env: { ...process.env, PORT: '0', DATABASE_URL: database.address, SEED_SIZE: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      url = await new Promise((resolve, reject) => {
        const read = (chunk: Buffer) => {
          output += chunk.toString();
          const found = /Séances: (http:\/\/localhost:\d+)/.exec(output)?.[1];
          if (found) resolve(found);
        };
        child.stdout?.on('data', read);
        child.stderr?.on('data', read);
        child.once('exit', () => reject(new Error(output)));
      });
    });
    after(() => child.kill('SIGKILL'));

    it('answers what was begun, refuses the rest cleanly, loses no acknowledged write, and ends in time', async () => {
      const outcomes: Outcome[] = [];
      let isOver = false;
      const load = Array.from({ length: clients }, async () => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        while (!isOver) {
          const outcome = await create(url, agent);
          outcomes.push(outcome);
          if (outcome.error) break;
        }
        agent.destroy();
      });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const atSignal = outcomes.length;
      const begun = performance.now();
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      const took = performance.now() - begun;
      isOver = true;
      await Promise.all(load);

      expect([code, output.includes('Error')], output).to.deep.equal([0, false]);
      // Requests in the demo end within seconds: the ten that it gives them are for those that do not.
      expect(took).to.be.below(10_000);
      expect(atSignal).to.be.above(clients);
      expect(outcomes.filter(({ isWhole }) => !isWhole)).to.deep.equal([]);
      expect(new Set(outcomes.flatMap(({ status }) => status ?? []))).to.deep.equal(new Set([201]));
      const errors = new Set(outcomes.flatMap(({ error }) => error ?? []));
      expect(['ECONNREFUSED', 'ECONNRESET']).to.include.members([...errors]);
      const kept = new Set((await database.knex('seance').pluck('id')) as string[]);
      const promised = outcomes.flatMap(({ id }) => id ?? []);
      expect(promised).to.have.length.above(clients);
      expect(promised.filter((id) => !kept.has(id))).to.deep.equal([]);
    }).timeout(60_000);
  },
  { migrated: false },
);

function create(url: string, agent: Agent): Promise<Outcome> {
  const body = JSON.stringify({ name: 'Séance', start: '2999-12-01T09:00', end: '2999-12-01T10:00' });
  return new Promise((resolve) => {
    const sent = request(`${url}/plugins/seances/api/v1/spaces/demo/seances`, {
      method: 'POST',
      agent,
      headers: {
        cookie: 'demo_user=trainer1',
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ error: error.code ?? error.message, isWhole: true }),
    );
    sent.on('response', (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('error', () => resolve({ isWhole: false }));
      response.on('end', () => {
        const { id } = JSON.parse(text) as { id?: string };
        resolve({
          status: response.statusCode ?? 0,
          isWhole: response.complete,
          ...(id !== undefined && { id }),
        });
      });
    });
    sent.end(body);
  });
}
