import { expect } from 'chai';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import { expectOneSeries } from '../race/one-series.js';
import { Campus } from '../application/repetition/campus/campus.js';
import { onCluster } from '../support/clusters.js';

/** How often two people meet; CLUSTER_ROUNDS asks for fewer, or more. */
const rounds = Number(process.env['CLUSTER_ROUNDS'] ?? 6);
const tuesdays = { weekdays: ['TU'], weeks: 4 };
const thursdays = { weekdays: ['TH'], weeks: 6 };
const fridays = { weekdays: ['FR'], weeks: 6 };

onCluster('A series that two people change on two nodes of a cluster at once', function (cluster) {
  this.timeout(180_000);
  let one: Campus;
  let other: Campus;
  let seances: readonly SeanceView[];

  beforeEach(async () => {
    [one, other] = cluster.openings.map(({ knex }) => new Campus(knex)) as [Campus, Campus];
    const made: SeanceView[] = [];
    for (let round = 0; round < rounds; round += 1) made.push(await one.create({ trainerIds: ['trainer1'] }));
    seances = made;
    await cluster.nodes.agreed();
  });

  /** Lets two people change each séance's series of five at once, and hands over all séances of theirs afterwards. */
  async function meet(
    changes: (members: readonly SeanceView[]) => readonly [Promise<unknown>, Promise<unknown>],
    check: (members: readonly SeanceView[], seriesId: string) => void,
  ): Promise<void> {
    for (const { id } of seances) {
      const { seriesId } = await one.repeat(id, tuesdays);
      const before = await one.series(seriesId);
      await cluster.nodes.agreed();
      await Promise.all(changes(before));
      await cluster.nodes.agreed();
      const now = await Promise.all(before.map((member) => one.get(member.id)));
      const series = new Set(now.map((member) => member.seriesId));
      check((await Promise.all([...series].map((some) => one.series(some)))).flat(), seriesId);
    }
  }

  it('is one, with every number once, when both repeat a séance that had none', async () => {
    for (const { id } of seances) {
      const both = await Promise.all([one.repeat(id, tuesdays), other.repeat(id, fridays)]);
      await cluster.nodes.agreed();

      expect(both.map(({ created }) => created)).to.deep.equal([4, 6]);
      await expectOneSeries(one, id, both);
    }
  });

  it('goes on without a gap or a number twice when both extend it, each from another of its séances', async () => {
    for (const { id } of seances) {
      const first = await one.repeat(id, tuesdays);
      await cluster.nodes.agreed();
      const last = first.items.at(-1)?.id ?? '';
      const both = await Promise.all([one.repeat(id, fridays), other.repeat(last, thursdays)]);
      await cluster.nodes.agreed();

      await expectOneSeries(one, id, [first, ...both]);
    }
  });

  it('has both changes in every séance when both change all, each another value', async () => {
    await meet(
      ([first, , third]) => [
        one.edit(first!.id, { capacity: 7 }, 'all'),
        other.edit(third!.id, { extraInfo: '<p>Bring a pen</p>' }, 'all'),
      ],
      (members) => {
        const changed = members.map(({ capacity, extraInfo, version }) => [capacity, extraInfo, version]);
        expect(changed).to.deep.equal(Array(5).fill([7, '<p>Bring a pen</p>', 3]));
      },
    );
  });

  it('is split as one of them asks, with the change of the other in all of it or in what kept its series', async () => {
    await meet(
      ([first, , third]) => [
        one.edit(first!.id, { capacity: 7 }, 'all'),
        other.edit(third!.id, { extraInfo: '<p>Bring a pen</p>' }, 'following'),
      ],
      (members, seriesId) => {
        const kept = members.filter((member) => member.seriesId === seriesId);
        const split = members.filter((member) => member.seriesId !== seriesId);
        expect(kept.map(({ capacity, extraInfo }) => [capacity, extraInfo])).to.deep.equal(
          Array(2).fill([7, '']),
        );
        expect(split.map(({ extraInfo }) => extraInfo)).to.deep.equal(Array(3).fill('<p>Bring a pen</p>'));
        expect(new Set(split.map((member) => member.seriesId)).size).to.equal(1);
        expect(split.map(({ capacity }) => capacity)).to.deep.be.oneOf([
          Array(3).fill(7),
          Array(3).fill(null),
        ]);
      },
    );
  });

  it('has the one that comes back among those that were around it when the other splits it', async () => {
    for (const { id } of seances) {
      const { seriesId } = await one.repeat(id, tuesdays);
      const [, , third, fourth] = await one.series(seriesId);
      await one.delete(fourth!.id);
      await cluster.nodes.agreed();
      await Promise.all([
        one.edit(third!.id, { capacity: 7 }, 'following'),
        other.request('POST', `demo/seances/${fourth!.id}/restore`),
      ]);
      await cluster.nodes.agreed();

      const [split, back] = [await one.get(third!.id), await one.get(fourth!.id)];
      expect(split.seriesId).to.not.equal(seriesId);
      expect(back.seriesId).to.equal(split.seriesId);
    }
  });

  it('has a change of all in its new séances too when the other extends it', async () => {
    await meet(
      ([first, second]) => [one.edit(second!.id, { capacity: 7 }, 'all'), other.repeat(first!.id, fridays)],
      (members) => {
        expect(members.map(({ capacity }) => capacity)).to.deep.equal(Array(11).fill(7));
        expect(new Set(members.map(({ seriesId }) => seriesId)).size).to.equal(1);
      },
    );
  });

  it('has its new séances in one part, and changed as that is, when the other splits it', async () => {
    await meet(
      ([first, , third]) => [
        one.edit(third!.id, { capacity: 7 }, 'following'),
        other.repeat(first!.id, fridays),
      ],
      (members, seriesId) => {
        const parts = members.map((member) => [member.seriesId === seriesId, member.capacity]);
        expect(parts.filter(([isKept, capacity]) => isKept !== (capacity === null))).to.deep.equal([]);
        // Of the new ones, those after the third go with it when they were there before it was split off.
        expect(parts.filter(([isKept]) => isKept).length).to.be.oneOf([2 + 1, 2 + 6]);
        expect(new Set(members.map((member) => `${member.seriesId} ${member.name}`)).size).to.equal(11);
      },
    );
  });
});
