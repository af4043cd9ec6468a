import { expect } from 'chai';
import { isOn, lastDayOf } from '../../../src/web/time/span.js';
import { daysAround, daysOfSeances } from '../../support/days-of-seances.js';

describe('The days of a span', () => {
  for (const { title, start, end, days } of daysOfSeances)
    it(`has ${title} on ${days.join(', ')}, and on no day before or after`, () => {
      for (const day of daysAround(days)) expect(isOn({ start, end }, day), day).to.equal(days.includes(day));
      expect(lastDayOf({ end })).to.equal(days.at(-1));
    });

  it('have no last one without an end', () => {
    expect(lastDayOf({ end: '' })).to.equal('');
  });
});
