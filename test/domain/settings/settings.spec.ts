import { expect } from 'chai';
import { queuesMove } from '../../../src/domain/settings/settings.js';

describe('queuesMove', () => {
  for (const [enrolmentEnabled, promotion, move] of [
    [true, 'automatic', true],
    [true, 'staff', false],
    [false, 'automatic', false],
    [false, 'staff', false],
  ] as const) {
    it(`is ${move} with enrolment ${enrolmentEnabled ? 'on' : 'off'} and promotion by ${promotion}`, () => {
      expect(queuesMove({ enrolmentEnabled, promotion })).to.equal(move);
    });
  }
});
