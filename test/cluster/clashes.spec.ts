import { expect } from 'chai';
import { Campus } from '../application/repetition/campus/campus.js';
import { refuseClashes } from '../race/refused-clashes.js';
import { onCluster } from '../support/clusters.js';

/** How often two people meet at each door; CLUSTER_ROUNDS asks for fewer, or more. */
const rounds = Number(process.env['CLUSTER_ROUNDS'] ?? 6);

/** A day of its own for each round. */
const dayOf = (round: number) => `2025-04-${String(round + 1).padStart(2, '0')}`;
const from = (round: number, start: string, end: string) => ({
  start: `${dayOf(round)}T${start}`,
  end: `${dayOf(round)}T${end}`,
});

onCluster(
  'One room that two people book on two nodes of a cluster at once, where clashes are refused',
  function (cluster) {
    this.timeout(180_000);
    let one: Campus;
    let other: Campus;

    before(async () => {
      [one, other] = cluster.openings.map(({ knex }) => new Campus(knex)) as [Campus, Campus];
      await refuseClashes(cluster.openings[0]!.knex);
      await cluster.nodes.agreed();
    });

    /** What two people are answered, round by round: once, whoever comes first. */
    async function meet(
      prepare: (round: number) => Promise<readonly [() => Promise<Reply>, () => Promise<Reply>]>,
      success: number,
    ): Promise<void> {
      for (let round = 0; round < rounds; round += 1) {
        const acts = await prepare(round);
        await cluster.nodes.agreed();
        const answers = await Promise.all(acts.map((act) => act()));
        expect(answers.map(({ status }) => status).sort(), `round ${round}`).to.deep.equal(
          [success, 409].sort(),
        );
        await cluster.nodes.agreed();
      }
    }

    const create = (campus: Campus, input: object) => () =>
      campus.request('POST', 'demo/seances', { name: 'Cours', ...input });
    const edit = (campus: Campus, id: string, changes: object) => () =>
      campus.request('PATCH', `demo/seances/${id}`, changes);

    it('is booked once when both create a séance there', () =>
      meet((round) => {
        const input = { locationId: 'room-a', ...from(round, '10:00', '12:00') };
        const later = { ...input, ...from(round, '11:00', '13:00') };
        return Promise.resolve([create(one, input), create(other, later)]);
      }, 201));

    it('is booked once when both move a séance there', () =>
      meet(async (round) => {
        const [first, second] = [
          await one.create(from(round, '14:00', '15:00')),
          await one.create(from(round, '14:00', '15:00')),
        ];
        const there = { locationId: 'room-b' };
        return [edit(one, first.id, there), edit(other, second.id, there)];
      }, 200));

    it('is booked once when one restores a séance there that the other takes the trainer of', () =>
      meet(async (round) => {
        const when = { trainerIds: ['trainer1'], ...from(round, '16:00', '17:00') };
        const { id } = await one.create(when);
        await one.delete(id);
        const { id: free } = await one.create(from(round, '16:30', '18:00'));
        const restore = () => one.request('POST', `demo/seances/${id}/restore`, {});
        return [restore, edit(other, free, { trainerIds: ['trainer1'] })];
      }, 200));
  },
);

interface Reply {
  readonly status: number;
}
