import { expect } from 'chai';
import { addMonths, daysBetween, parseDay, today, within } from '../../../src/web/time/days.js';

describe('Calendar days', () => {
  it('begin at midnight where the reader is', () => {
    const noon = new Date('2026-12-07T12:00:00Z');
    expect(today('Pacific/Auckland', noon)).to.equal('2026-12-08');
    expect(today('America/Los_Angeles', noon)).to.equal('2026-12-07');
    expect(today('America/Los_Angeles', new Date('2026-12-07T03:00:00Z'))).to.equal('2026-12-06');
  });

  it('are read from an address only when there is such a day', () => {
    expect(parseDay('2028-02-29')).to.equal('2028-02-29');
    for (const text of [null, '', '2027-02-29', '2027-2-1', '2027-13-01', 'x', '2027-01-01T00:00'])
      expect(parseDay(text), String(text)).to.equal(undefined);
  });

  it('of a month are moved to the last of another that has no such day', () => {
    expect(addMonths('2027-01-31', 1)).to.equal('2027-02-28');
  });

  it('are counted one by one, whatever the clocks do in between', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).to.equal(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).to.equal(-2);
  });

  it('begin within the session, whose ends may be open', () => {
    expect(within('2026-11-25', '2027-01-01', null)).to.equal('2027-01-01');
    expect(within('2028-11-25', '2027-01-01', '2027-06-30')).to.equal('2027-06-30');
    expect(within('2026-11-25', null, null)).to.equal('2026-11-25');
  });
});
