import { expect } from 'chai';
import { decide } from '../../../src/domain/enrolment/decide.js';
import { displace } from '../../../src/domain/enrolment/reshaping.js';
import { SeatingWorld } from './seating-world.js';

const hour = 60;
const learners = ['lea', 'max', 'zoe'];

/** Two séances of a group, with two places each, and one that is in none. */
function world(): SeatingWorld {
  const seance = { mode: 'public', start: 3 * hour, capacity: 2 } as const;
  const grouped = { ...seance, isInGroup: true };
  return new SeatingWorld([grouped, grouped, { ...seance, isInGroup: false }], learners);
}

const statuses = (of: SeatingWorld, index: number) => of.lineOf(index).map(({ status }) => status);

describe('An edit', () => {
  it('is refused when it leaves fewer places than are taken', () => {
    const of = world();
    for (const user of learners) of.enrol(user, 2);

    expect(of.resize(2, 1)).to.equal('refused');
    expect(of.resize(2, 3)).to.equal('done');
    expect(statuses(of, 2)).to.deep.equal(['enrolled', 'enrolled', 'enrolled']);
  });

  it('into automatic takes places and queue away, unless somebody took part', () => {
    const of = world();
    for (const user of learners) of.enrol(user, 2);
    of.changeStart(2, of.now);

    expect(of.changeMode(2, 'automatic')).to.equal('refused');
    of.changeStart(2, hour);
    expect(of.changeMode(2, 'automatic')).to.equal('done');
    expect(statuses(of, 2)).to.deep.equal([]);
  });

  it('out of automatic gives everybody a place of their own, or is refused when there are too few', () => {
    const of = world();
    of.changeMode(2, 'automatic');

    expect(of.changeMode(2, 'manual')).to.equal('refused');
    of.resize(2, null);
    expect(of.changeMode(2, 'manual')).to.equal('done');
    expect(of.lineOf(2).map(({ source }) => source)).to.deep.equal(['automatic', 'automatic', 'automatic']);
  });
});

describe('A deletion', () => {
  it('frees the limit of the group for who waits in another séance', () => {
    const of = world();
    of.enrol('lea', 0);
    for (const user of ['max', 'zoe']) of.enrol(user, 1);
    of.enrol('lea', 1, 0);
    of.remove('max', 1, 'learner');
    of.enrol('max', 1);

    of.delete(0);
    of.resize(1, 3);
    expect(statuses(of, 1)).to.deep.equal(['enrolled', 'enrolled', 'enrolled']);
  });
});

describe('A restoration', () => {
  it('gives places back, and a turn to those who have taken another one of the group meanwhile', () => {
    const of = world();
    for (const user of ['lea', 'max']) of.enrol(user, 0);
    of.delete(0);
    of.enrol('lea', 1);

    expect(of.restore(0)).to.equal('done');
    expect(statuses(of, 0)).to.deep.equal(['waiting', 'enrolled']);
  });

  it('is refused when somebody took part who has taken another place meanwhile', () => {
    const of = world();
    of.enrol('lea', 0);
    of.delete(0);
    of.enrol('lea', 1);
    of.pass(3 * hour);

    expect(of.restore(0)).to.equal('refused');
  });
});

describe('A cancellation', () => {
  it('keeps places, which count in no limit, and reinstating gives them back as a restoration does', () => {
    const of = world();
    for (const user of ['lea', 'max']) of.enrol(user, 0);
    of.cancel(0);
    expect(of.enrol('lea', 1)).to.equal('enrolled');
    expect(statuses(of, 0)).to.deep.equal(['enrolled', 'enrolled']);

    expect(of.reinstate(0)).to.equal('done');
    expect(statuses(of, 0)).to.deep.equal(['waiting', 'enrolled']);
  });
});

describe('A séance that comes back', () => {
  it('is asked for nobody where no group limits it', () => {
    const { seating } = world();
    expect(decide(seating, (seats) => displace(seats, 's2'))).to.include({ answer: 0 });
    expect(decide(seating, (seats) => displace(seats, 's0'))).to.have.property('missing');
  });
});
