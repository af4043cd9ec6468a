import { once } from 'node:events';
import { expect } from 'chai';
import { DeliveryRun, eventNumbers, lease, nothingWaits, type Told } from '../race/delivery-run.js';
import { onCluster } from '../support/clusters.js';

onCluster('Events that are delivered by a process on each node of a cluster', (cluster) => {
  let run: DeliveryRun;

  beforeEach(async () => {
    run = await DeliveryRun.in(...cluster.openings);
    await cluster.nodes.agreed();
  });

  afterEach(() => run.clear());

  it('are told once, those of a séance in order, and all processes do their share', async () => {
    const all = await Promise.all(cluster.addresses.map((address) => run.deliverer(address)));
    const ends = all.map((child) => once(child, 'exit'));
    for (const child of all) child.send(0);

    expect(await Promise.all(ends)).to.deep.equal(all.map(() => [0, null]));
    const lanes = run.told();
    expect([...lanes.keys()].toSorted()).to.deep.equal(run.seanceIds);
    for (const lane of lanes.values()) expect(lane.map(({ number }) => number)).to.deep.equal(eventNumbers);
    expect(new Set([...lanes.values()].flat().map((one) => one.process)).size).to.equal(all.length);
    expect(await run.backlog()).to.deep.equal(nothingWaits);
  }).timeout(120_000);

  it('are told again, and in order, when they were claimed by processes that were killed, and no others', async () => {
    const [first = '', second = '', third = ''] = cluster.addresses;
    const victims = await Promise.all([run.deliverer(first, 137), run.deliverer(second, 210)]);
    const survivor = await run.deliverer(third);
    const deaths = victims.map((child) => once(child, 'exit'));
    const end = once(survivor, 'exit');
    for (const child of [...victims, survivor]) child.send(0);
    expect(await Promise.all(deaths)).to.deep.equal(victims.map(() => [null, 'SIGKILL']));
    survivor.send(lease);

    expect(await end).to.deep.equal([0, null]);
    const lanes = run.told();
    expect([...lanes.keys()].toSorted()).to.deep.equal(run.seanceIds);
    expect([...lanes.values()].flatMap((lane) => disorderIn(lane, survivor.pid ?? 0))).to.deep.equal([]);
    expect(await run.backlog()).to.deep.equal(nothingWaits);
  }).timeout(120_000);
});

/** What is wrong with the order in which the events of a séance were told, of which only the survivor tells some again. */
function disorderIn(lane: readonly Told[], survivor: number): readonly string[] {
  const wrong: string[] = [];
  for (const [index, { process, number }] of lane.entries()) {
    const before = lane[index - 1];
    const follows = number === (before?.number ?? 0) + 1;
    const isRepeated =
      process === survivor && before?.process !== survivor && number <= (before?.number ?? 0);
    if (!follows && !isRepeated) wrong.push(`${number} after ${before?.number ?? 'nothing'}`);
  }
  if (lane.at(-1)?.number !== eventNumbers.length) wrong.push(`ends with ${lane.at(-1)?.number}`);
  return wrong;
}
