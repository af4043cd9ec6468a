import { expect } from 'chai';
import { itKeepsPlaces, PlaceRush } from '../race/place-rush.js';
import { onCluster } from '../support/clusters.js';

/** Of each process; CLUSTER_OPERATIONS asks for fewer, or more. */
const operations = Number(process.env['CLUSTER_OPERATIONS'] ?? 500);
const busy = ' 503 busy';

onCluster('A rush on places by a process on each node of a cluster', (cluster) => {
  let rush: PlaceRush;

  before('lets them run, and kills one in the middle', async function () {
    this.timeout(900_000);
    rush = await PlaceRush.in(cluster.open);
    await cluster.nodes.agreed();
    await rush.run(cluster.addresses, operations);
    await cluster.nodes.agreed();
  });

  it('answers with what the rules say, and seldom that it is busy', () => {
    const answers = [...rush.statuses];
    const sum = (some: typeof answers) => some.reduce((total, [, count]) => total + count, 0);
    const refused = sum(answers.filter(([answer]) => answer.endsWith(busy)));
    console.log(`      ${refused} of ${sum(answers)} answers were${busy}`);

    expect(answers.filter(([answer]) => / 5\d\d/.test(answer) && !answer.endsWith(busy))).to.deep.equal([]);
    expect(rush.reports).to.have.length(cluster.addresses.length);
    const given = (kinds: readonly string[]) =>
      ['201', '202', '204'].filter((status) => kinds.some((kind) => kind.endsWith(` ${status}`)));
    expect(given(answers.map(([answer]) => answer))).to.deep.equal(['201', '202', '204']);
    // Of a process that came when every place was taken, there may be no 201.
    for (const { statuses } of rush.reports) expect(given(Object.keys(statuses))).to.not.deep.equal([]);
    expect(refused / sum(answers)).to.be.below(0.05);
  });

  itKeepsPlaces(
    () => rush,
    () => cluster.open,
  );
});
