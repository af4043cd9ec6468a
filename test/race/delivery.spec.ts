import { once } from 'node:events';
import { expect } from 'chai';
import { onMysql } from '../support/databases.js';
import { DeliveryRun, eventNumbers, lease, nothingWaits } from './delivery-run.js';

/** In the middle of the first claim. */
const toldBeforeDeath = 137;

onMysql('Two processes that deliver the events of one database', (database) => {
  let run: DeliveryRun;

  beforeEach(async () => {
    run = await DeliveryRun.in(database.open);
  });

  afterEach(() => run.clear());

  it('tell each event once, those of a séance in order, and both do their share', async () => {
    const both = await Promise.all([run.deliverer(database.address), run.deliverer(database.address)]);
    const ends = both.map((child) => once(child, 'exit'));
    for (const child of both) child.send(0);

    expect(await Promise.all(ends)).to.deep.equal([
      [0, null],
      [0, null],
    ]);
    const lanes = run.told();
    expect([...lanes.keys()].toSorted()).to.deep.equal(run.seanceIds);
    for (const lane of lanes.values()) expect(lane.map(({ number }) => number)).to.deep.equal(eventNumbers);
    expect(new Set([...lanes.values()].flat().map((one) => one.process)).size).to.equal(2);
    expect(await run.backlog()).to.deep.equal(nothingWaits);
  });

  it('lose nothing when one of them is killed in the middle: the other tells again, in order, what it had claimed', async () => {
    const [victim, survivor] = await Promise.all([
      run.deliverer(database.address, toldBeforeDeath),
      run.deliverer(database.address),
    ]);
    const [death, end] = [once(victim, 'exit'), once(survivor, 'exit')];
    for (const child of [victim, survivor]) child.send(0);
    expect(await death).to.deep.equal([null, 'SIGKILL']);
    const lost = [...run.told().values()].flat().filter((one) => one.process === victim.pid);
    expect(lost).to.have.length(toldBeforeDeath);
    expect((await run.backlog()).waiting, 'what the dead had claimed').to.be.at.least(toldBeforeDeath);
    survivor.send(lease);

    expect(await end).to.deep.equal([0, null]);
    const lanes = run.told();
    expect([...lanes.keys()].toSorted()).to.deep.equal(run.seanceIds);
    for (const lane of lanes.values()) {
      const [before, after] = [true, false].map((dead) =>
        lane.filter((one) => (one.process === victim.pid) === dead).map(({ number }) => number),
      ) as [number[], number[]];
      expect(after).to.deep.equal(eventNumbers);
      expect(before).to.deep.equal(eventNumbers.slice(0, before.length));
      expect(lane.slice(0, before.length).every((one) => one.process === victim.pid)).to.equal(true);
    }
    expect(await run.backlog()).to.deep.equal(nothingWaits);
  });
});
