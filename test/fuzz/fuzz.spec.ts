import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { nodeHandler } from '../../src/hosts/node.js';
import { seances } from '../support/api.js';
import { mounts } from '../support/mounts.js';
import { onEveryMount } from '../support/scene.js';
import { Random } from '../support/random.js';
import { answerFaults } from './answer-faults.js';
import { Exchange } from './exchange.js';
import { FuzzMemory } from './fuzz-memory.js';
import { Fuzzer } from './fuzzer.js';

/** Another one on each run, unless FUZZ_SEED names that of a run to repeat. */
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_000);
/** Of all mounts together: `npm run fuzz` sends 20,000. */
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 12_000);
const share = Math.ceil(requests / mounts.length);
onEveryMount('A fuzzer', (scene) => {
  let server: Server | undefined;
  let exchange: Exchange;

  before(async () => {
    let { origin } = scene.api;
    if (scene.mount.title === 'fetch') {
      server = createServer((request, response) => void nodeHandler(scene.plugin)(request, response));
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }
    exchange = new Exchange(origin);
  });

  after(() => {
    exchange.close();
    server?.close();
  });

  it(`gets documented answers below 500, in time, to ${share} requests of seed ${seed}`, async () => {
    await furnished();
    const random = new Random(seed + mounts.indexOf(scene.mount));
    const memory = new FuzzMemory(random);
    const fuzzer = new Fuzzer(random, scene.documented, scene.mount.basePath, memory);
    const faults: object[] = [];
    const statuses = new Set<number>();
    for (let number = 1; number <= share && faults.length < 10; number += 1) {
      const request = fuzzer.next();
      const found = await exchange.send(request).then(
        (answer) => {
          statuses.add(answer.status);
          memory.learn(request.path.slice(scene.mount.basePath.length), answer.body.toString());
          return answerFaults(scene.documented, scene.mount, request, answer);
        },
        (error: unknown) => [String(error)],
      );
      if (found.length > 0)
        faults.push({ number, ...request, body: request.body?.toString().slice(0, 500), found });
    }

    expect(faults, `FUZZ_SEED=${seed}`).to.deep.equal([]);
    if (share >= 1_000) expect([...statuses], 'it gets everywhere').to.include.members(everyStatus);
  }).timeout(1_800_000);

  /** Something of each kind in one space, and a séance in another. */
  async function furnished(): Promise<void> {
    const { api } = scene;
    const { id } = await api.created({ enrolmentMode: 'public', capacity: 1, groupName: 'Group' });
    await api.created({}, '/api/v1/spaces/other/seances');
    await api.post(`${seances}/${id}/repetitions`, { weekdays: ['MO'], weeks: 3 });
    await api.post(`${seances}/${id}/comments`, { content: 'A comment' });
    await api.post(`${seances}/${id}/enrolments`, { userIds: ['learner1', 'learner2'] });
  }
});

const everyStatus = [200, 201, 204, 401, 403, 404, 409, 415, 422];
