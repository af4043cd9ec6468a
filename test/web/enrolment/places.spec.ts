import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import {
  hasFreePlace,
  hasStarted,
  isFull,
  placesLeft,
  wouldWait,
} from '../../../src/web/enrolment/places.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);
const seance = { enrolmentMode: 'public', capacity: 12, enrolledCount: 3, waitingCount: 0 } as const;

describe('The places of a séance', () => {
  it('are full when as many are enrolled as there are places', () => {
    expect(isFull(seance)).to.equal(false);
    expect(isFull({ ...seance, enrolledCount: 12 })).to.equal(true);
  });

  it('are full for a newcomer as long as somebody waits, also beside a free place', () => {
    expect(isFull({ ...seance, enrolledCount: 11, waitingCount: 1 })).to.equal(true);
  });

  it('can be given away by staff while one is free, whoever waits', () => {
    expect(hasFreePlace({ ...seance, enrolledCount: 11, waitingCount: 1 })).to.equal(true);
    expect(hasFreePlace({ ...seance, enrolledCount: 12 })).to.equal(false);
    expect(hasFreePlace({ ...seance, capacity: null, enrolledCount: 500 })).to.equal(true);
  });

  it('are waited for by those who are more than there are places', () => {
    const upcoming = { ...seance, state: 'upcoming' } as const;
    expect([9, 10, 20].map((count) => wouldWait(upcoming, count))).to.deep.equal([0, 1, 11]);
    expect(wouldWait({ ...upcoming, enrolledCount: 11, waitingCount: 1 }, 2)).to.equal(2);
    expect(wouldWait({ ...upcoming, capacity: null }, 500)).to.equal(0);
    expect(wouldWait({ ...upcoming, state: 'past' }, 20)).to.equal(0);
  });

  it('are never full without a limit, nor in an automatic séance, whose capacity does not limit', () => {
    expect(isFull({ ...seance, capacity: null, enrolledCount: 500 })).to.equal(false);
    expect(isFull({ ...seance, enrolmentMode: 'automatic', enrolledCount: 500 })).to.equal(false);
  });

  it('are those of who took part once the séance has started, also while it goes on', () => {
    const states = ['upcoming', 'ongoing', 'past'] as const;
    expect(states.map((state) => hasStarted({ state }))).to.deep.equal([false, true, true]);
  });

  it('are said in words, with those who wait', () => {
    expect(placesLeft(seance, locale)).to.contain('9');
    expect(placesLeft({ ...seance, enrolledCount: 12, waitingCount: 2 }, locale)).to.match(/, 2 en attente$/);
    expect(placesLeft({ ...seance, enrolmentMode: 'automatic' }, locale)).to.equal('');
    expect(placesLeft({ ...seance, capacity: null }, locale)).to.equal('');
  });
});
