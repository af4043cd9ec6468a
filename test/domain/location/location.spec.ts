import { expect } from 'chai';
import { type Location, placeLine } from '../../../src/domain/location/location.js';
import { place } from '../../support/seance-records.js';

const nowhere = place('room-a', 'Salle Érasme', { phone: '+32 2 000 00 00' });

describe('placeLine', () => {
  it('is empty for no place', () => {
    expect(placeLine(null)).to.equal('');
  });

  const cases: readonly [Partial<Location>, string][] = [
    [{}, 'Salle Érasme'],
    [{ street: 'Rue de la Loi' }, 'Salle Érasme, Rue de la Loi'],
    [{ street: 'Rue de la Loi', streetNumber: '16' }, 'Salle Érasme, Rue de la Loi 16'],
    [{ street: 'Rue de la Loi', streetNumber: '16', box: '3' }, 'Salle Érasme, Rue de la Loi 16 / 3'],
    [{ postalCode: '1000' }, 'Salle Érasme, 1000'],
    [{ city: 'Bruxelles' }, 'Salle Érasme, Bruxelles'],
    [{ postalCode: '1000', city: 'Bruxelles', country: 'BE' }, 'Salle Érasme, 1000 Bruxelles, BE'],
    [
      { street: 'Rue de la Loi', streetNumber: '16', postalCode: '1000', city: 'Bruxelles', country: 'BE' },
      'Salle Érasme, Rue de la Loi 16, 1000 Bruxelles, BE',
    ],
    [{ name: '', country: 'BE' }, 'BE'],
  ];
  for (const [parts, line] of cases) {
    it(`is "${line}" for ${JSON.stringify(parts)}`, () => {
      expect(placeLine({ ...nowhere, ...parts })).to.equal(line);
    });
  }
});
