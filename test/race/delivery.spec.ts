import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { groupedBy } from '../../src/domain/grouped.js';
import { onMysql } from '../support/databases.js';
import { seanceEvent } from '../support/seance-events.js';
import { nextId } from '../support/seance-records.js';

const seances = 100;
/** Of each séance. Five claims take them all. */
const each = 25;
const numbers = Array.from({ length: each }, (_, index) => index + 1);
/** In the middle of the first claim. */
const toldBeforeDeath = 137;
/** How long a claim lasts, in seconds. */
const lease = 300;

interface Told {
  readonly process: number;
  readonly seanceId: string;
  readonly number: number;
}

onMysql('Two processes that deliver the events of one database', (database) => {
  const work = () => new KnexUnitOfWork(database.open, true);
  let folder: string;
  let file: string;
  let seanceIds: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'seances-delivery-'));
    file = join(folder, 'told');
    await database.knex('seance_event').delete();
    seanceIds = Array.from({ length: seances }, nextId);
    const at = new SystemClock().now();
    const events = seanceIds.flatMap((id) =>
      numbers.map((number) => seanceEvent(id, 'seance.edited', { at, data: { number } })),
    );
    await work().write((repositories) => repositories.events.append(events));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  async function deliverer(diesAfter = 0): Promise<ChildProcess> {
    const child = fork(
      new URL('delivering-process.ts', import.meta.url),
      [database.address, file, String(diesAfter)],
      { execArgv: ['--import', 'tsx'] },
    );
    await once(child, 'message');
    return child;
  }

  /** What the host was told of each séance, in order. */
  function told(): ReadonlyMap<string, readonly Told[]> {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return groupedBy(
      lines.map((line) => JSON.parse(line) as Told),
      ({ seanceId }) => seanceId,
    );
  }

  const backlog = () => work().read(({ outbox }) => outbox.backlog());
  const nothing = { waiting: 0, oldest: null, givenUp: 0 };

  it('tell each event once, those of a séance in order, and both do their share', async () => {
    const both = await Promise.all([deliverer(), deliverer()]);
    const ends = both.map((child) => once(child, 'exit'));
    for (const child of both) child.send(0);

    expect(await Promise.all(ends)).to.deep.equal([
      [0, null],
      [0, null],
    ]);
    const lanes = told();
    expect([...lanes.keys()].toSorted()).to.deep.equal(seanceIds);
    for (const lane of lanes.values()) expect(lane.map(({ number }) => number)).to.deep.equal(numbers);
    expect(new Set([...lanes.values()].flat().map((one) => one.process)).size).to.equal(2);
    expect(await backlog()).to.deep.equal(nothing);
  });

  it('lose nothing when one of them is killed in the middle: the other tells again, in order, what it had claimed', async () => {
    const [victim, survivor] = await Promise.all([deliverer(toldBeforeDeath), deliverer()]);
    const [death, end] = [once(victim, 'exit'), once(survivor, 'exit')];
    for (const child of [victim, survivor]) child.send(0);
    expect(await death).to.deep.equal([null, 'SIGKILL']);
    const lost = [...told().values()].flat().filter((one) => one.process === victim.pid);
    expect(lost).to.have.length(toldBeforeDeath);
    expect((await backlog()).waiting, 'what the dead had claimed').to.be.at.least(toldBeforeDeath);
    survivor.send(lease);

    expect(await end).to.deep.equal([0, null]);
    const lanes = told();
    expect([...lanes.keys()].toSorted()).to.deep.equal(seanceIds);
    for (const lane of lanes.values()) {
      const [before, after] = [true, false].map((dead) =>
        lane.filter((one) => (one.process === victim.pid) === dead).map(({ number }) => number),
      ) as [number[], number[]];
      expect(after).to.deep.equal(numbers);
      expect(before).to.deep.equal(numbers.slice(0, before.length));
      expect(lane.slice(0, before.length).every((one) => one.process === victim.pid)).to.equal(true);
    }
    expect(await backlog()).to.deep.equal(nothing);
  });
});
