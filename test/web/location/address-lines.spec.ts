import { expect } from 'chai';
import { addressLines } from '../../../src/web/location/address-lines.js';

const empty = { street: '', streetNumber: '', box: '', postalCode: '', city: '', country: '' };

describe('The lines of an address', () => {
  it('are those of an envelope', () => {
    const address = {
      street: 'Rue Haute',
      streetNumber: '12',
      box: 'B',
      postalCode: '1000',
      city: 'Bruxelles',
    };
    expect(addressLines({ ...address, country: 'BE' })).to.deep.equal([
      'Rue Haute, 12 / B',
      '1000 Bruxelles',
      'BE',
    ]);
  });

  it('leave out what is not known, and the signs around it', () => {
    expect(addressLines({ ...empty, street: 'Rue Haute', city: 'Bruxelles' })).to.deep.equal([
      'Rue Haute',
      'Bruxelles',
    ]);
    expect(addressLines(empty)).to.deep.equal([]);
  });
});
