import { expect } from 'chai';
import { typedAddress } from '../../../src/web/core/typed-address.js';

describe('The address of a link', () => {
  for (const [typed, address] of [
    ['https://exemple.org/plan', 'https://exemple.org/plan'],
    ['exemple.org', 'https://exemple.org'],
    [' www.exemple.org/plan?a=1 ', 'https://www.exemple.org/plan?a=1'],
    ['exemple.org:8080/plan', 'https://exemple.org:8080/plan'],
    ['jean@exemple.org', 'mailto:jean@exemple.org'],
    ['mailto:jean@exemple.org', 'mailto:jean@exemple.org'],
    ['tel:+3221234567', 'tel:+3221234567'],
  ] as const)
    it(`is ${address} for "${typed}"`, () => {
      expect(typedAddress(typed)).to.equal(address);
    });

  it('is none of what leads nowhere, or runs something', () => {
    for (const typed of [
      'localhost:3000',
      'javascript:alert(1)',
      'data:text/html,a',
      'ftp://a.org',
      'plan',
      '/plan',
      'a b.org',
    ])
      expect(typedAddress(typed), typed).to.equal(undefined);
  });
});
