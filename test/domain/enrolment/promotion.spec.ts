import { expect } from 'chai';
import { SeatingWorld } from './seating-world.js';

const hour = 60;
const learners = ['lea', 'max', 'zoe', 'kim', 'ada'];

/** Three public séances of a group, with so many places each, and one that is in none. */
function world(...capacities: readonly number[]): SeatingWorld {
  return new SeatingWorld(
    capacities.map((capacity, index) => ({
      ...{ isInGroup: index < 3, mode: 'public' as const, start: 3 * hour, capacity },
    })),
    learners,
  );
}

const inIt = (of: SeatingWorld, index: number) =>
  of
    .lineOf(index)
    .filter(({ status }) => status === 'enrolled')
    .map(({ learner }) => learner.id);

describe('The queue of a séance', () => {
  it('moves by as many as there are places, however long it is, in the order of coming', () => {
    const of = world(1, 1, 1, 1);
    for (const user of learners) of.enrol(user, 3);

    of.resize(3, 4);
    expect(inIt(of, 3)).to.deep.equal(['lea', 'max', 'zoe', 'kim']);
  });

  it('passes over those who have used up the limit of the group, and they keep their turns', () => {
    const of = world(1, 1, 1);
    for (const user of ['lea', 'max', 'zoe']) of.enrol(user, 0);
    of.enrol('max', 1);
    of.remove('lea', 0, 'learner');

    expect(inIt(of, 0)).to.deep.equal(['zoe']);
    of.remove('max', 1, 'learner');
    of.remove('zoe', 0, 'learner');
    expect(inIt(of, 0)).to.deep.equal(['max']);
  });

  it('goes on where a promotion gave up a place, through all of the group', () => {
    const of = world(1, 1, 1);
    for (const [user, index] of [
      ['lea', 0],
      ['max', 1],
      ['zoe', 2],
    ] as const)
      of.enrol(user, index);
    of.enrol('lea', 1, 0);
    of.enrol('kim', 0);

    of.remove('max', 1, 'learner');
    expect([inIt(of, 0), inIt(of, 1)]).to.deep.equal([['kim'], ['lea']]);
  });

  it('stands still when staff decide, when enrolment is off, and once the séance has begun', () => {
    const still = { promotion: 'staff', enrolmentEnabled: true, closingDelayMinutes: 0 } as const;
    for (const change of [
      (of: SeatingWorld) => of.changeSettings(still),
      (of: SeatingWorld) => of.changeSettings({ ...of.settings, enrolmentEnabled: false }),
      (of: SeatingWorld) => of.pass(3 * hour),
    ]) {
      const of = world(1, 1, 1, 1);
      for (const user of learners) of.enrol(user, 3);
      change(of);
      of.resize(3, 4);
      expect(inIt(of, 3)).to.deep.equal(['lea']);
    }
  });

  it('moves after the closing delay, and gives up nothing then', () => {
    const of = world(1, 1, 1);
    of.enrol('lea', 0);
    for (const user of ['max', 'zoe']) of.enrol(user, 1);
    of.enrol('lea', 1, 0);
    of.changeSettings({ ...of.settings, closingDelayMinutes: 3 * hour });

    of.resize(1, 3);
    expect([inIt(of, 0), inIt(of, 1)]).to.deep.equal([['lea'], ['max', 'zoe']]);
  });
});
