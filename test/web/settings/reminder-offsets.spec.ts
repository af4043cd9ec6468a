import { expect } from 'chai';
import { minutesOf, typedOffset } from '../../../src/web/settings/reminder-offsets.js';

describe('How long before the start a reminder comes', () => {
  it('is in the longest unit that it is whole in', () => {
    expect(typedOffset(1_440)).to.deep.equal({ count: '1', unit: 'days' });
    expect(typedOffset(2_160)).to.deep.equal({ count: '36', unit: 'hours' });
    expect(typedOffset(90)).to.deep.equal({ count: '90', unit: 'minutes' });
  });

  it('is in minutes what was typed, and nothing when that is no whole number', () => {
    for (const minutes of [5, 60, 90, 1_440, 43_200])
      expect(minutesOf(typedOffset(minutes))).to.equal(minutes);
    for (const count of ['', '1.5', '-1', 'a'])
      expect(minutesOf({ count, unit: 'hours' })).to.equal(undefined);
  });
});
