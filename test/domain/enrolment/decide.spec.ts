import { expect } from 'chai';
import { decide } from '../../../src/domain/enrolment/decide.js';
import { settle } from '../../../src/domain/enrolment/promotion.js';
import { ungroup } from '../../../src/domain/enrolment/reshaping.js';
import { enrolAll } from '../../../src/domain/enrolment/seat-acts.js';
import { SeatingWorld } from './seating-world.js';

const seance = { isInGroup: true, mode: 'public', start: 180, capacity: 2 } as const;
const arrivals = ['lea', 'max'].map((id) => ({
  enrolmentId: `of ${id}`,
  learner: { id, name: id, firstName: id, lastName: id },
}));

describe('decide', () => {
  it('says at once which rows an act lacks, and leaves the seating as it was', () => {
    const { seating } = new SeatingWorld([seance], ['lea', 'max']);

    expect(decide(seating, (seats) => enrolAll(seats, 's0', arrivals))).to.deep.equal({
      missing: {
        enrolments: ['lea', 'max'].map((userId) => ({ seanceId: 's0', userId })),
        counts: ['lea', 'max'].map((userId) => ({ groupId: 'g', userId })),
      },
    });
    expect(seating.lines).to.deep.equal(new Map());
  });

  it('asks for as much of a queue as there are places, and some more', () => {
    const { seating } = new SeatingWorld([seance], ['lea']);
    const places = { ...seating.places.get('s0')!, waiting: 40 };

    expect(decide({ ...seating, places: new Map([['s0', places]]) }, settle)).to.deep.equal({
      missing: { line: { seanceId: 's0', of: 'queue', after: 0, limit: 22 } },
    });
  });

  it('changes nothing when the act throws', () => {
    const { seating } = new SeatingWorld([seance], ['lea']);

    expect(() => decide(seating, (seats) => ungroup(seats, ['s0', 'gone']))).to.throw('not-found');
    expect(seating.places.get('s0')?.groupId).to.equal('g');
  });

  it('lets no act ask for counts that it has made out of date itself: reading them would not help it', () => {
    const { seating } = new SeatingWorld([seance], ['lea', 'max']);
    const editAndEnrol = () =>
      decide(seating, (seats) => {
        seats.reshape('s0', { capacity: 3 });
        return enrolAll(seats, 's0', arrivals);
      });

    expect(editAndEnrol).to.throw('out of date');
  });
});
