import { expect } from 'chai';
import fc from 'fast-check';
import type { EnrolmentStatus } from '../../../src/domain/enrolment/enrolment.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { admission, freePlaces, withMore } from '../../../src/domain/enrolment/places.js';

const before = '2026-12-01T08:59:59Z' as Instant;
const still = { enrolled: 0, waiting: 0, startsAt: '2026-12-01T09:00:00Z' as Instant };

/** Coming, leaving, or a capacity: the number says who of those there leaves, or how many places there are. */
const happening = fc.oneof(
  fc.constant({ is: 'comes' as const, number: 0 }),
  fc.record({ is: fc.constant('leaves' as const), number: fc.nat(20) }),
  fc.record({ is: fc.constant('is resized' as const), number: fc.nat(5) }),
);

describe('The places of a séance', () => {
  it('are never more than its capacity, given in the order of coming, and never free while somebody waits', () => {
    const check = fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => {
      let places = { ...still, capacity: 2 as number | null };
      const statuses: EnrolmentStatus[] = [];
      for (const { is, number } of happenings) {
        if (is === 'comes') {
          statuses.push(admission(places, before) as EnrolmentStatus);
          places = withMore(places, statuses.at(-1) as EnrolmentStatus, 1);
        } else if (is === 'leaves') {
          const [left] = statuses.splice(number, 1);
          if (left) places = withMore(places, left, -1);
        } else if (number >= places.enrolled) places = { ...places, capacity: number };
        while (places.waiting > 0 && freePlaces(places) > 0) {
          statuses[statuses.indexOf('waiting')] = 'enrolled';
          places = withMore(withMore(places, 'waiting', -1), 'enrolled', 1);
        }
        const taken = Math.min(statuses.length, places.capacity ?? 0);
        statuses.forEach((status, turn) => expect(status === 'enrolled', `${turn}`).to.equal(turn < taken));
        expect([places.enrolled, places.waiting]).to.deep.equal([taken, statuses.length - taken]);
      }
    });
    fc.assert(check, { numRuns: 500 });
  });

  it('have no end without a capacity, and are none when the capacity is below the number enrolled', () => {
    expect(freePlaces({ capacity: null, enrolled: 10_000 })).to.equal(Infinity);
    expect(freePlaces({ capacity: 2, enrolled: 3 })).to.equal(0);
    expect(admission({ ...still, capacity: null, enrolled: 10_000 }, before)).to.equal('enrolled');
  });

  it('are not given to a newcomer while somebody waits', () => {
    expect(admission({ ...still, capacity: 2, enrolled: 1, waiting: 1 }, before)).to.equal('waiting');
  });

  it('are given whoever waits once the séance has begun, and nobody waits then', () => {
    expect(admission({ ...still, capacity: 2, enrolled: 1, waiting: 1 }, still.startsAt)).to.equal(
      'enrolled',
    );
    expect(admission({ ...still, capacity: 2, enrolled: 2 }, still.startsAt)).to.equal('seance-full');
  });
});
