import { expect } from 'chai';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { zones } from '../../domain/repetition/oracles/rule-samples.js';
import {
  addMinutes,
  instantAt,
  minutesBetween,
  nextHour,
  wallTimeAt,
} from '../../../src/web/time/wall-time.js';

describe('Wall times in the browser', () => {
  it('are what the clocks of a zone show at an instant, on either side of a clock change', () => {
    expect(wallTimeAt(new Date('2026-10-25T00:59:00Z'), 'Europe/Brussels')).to.equal('2026-10-25T02:59');
    expect(wallTimeAt(new Date('2026-10-25T01:00:00Z'), 'Europe/Brussels')).to.equal('2026-10-25T02:00');
    expect(wallTimeAt(new Date('2026-12-07T23:30:00Z'), 'Asia/Kathmandu')).to.equal('2026-12-08T05:15');
  });

  it('are instants again as the server reads them: the first of two, and later by what is skipped', () => {
    const minutes = fc.integer({ min: 0, max: 30 * 365 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.option(fc.nat(180)), minutes, (timeZone, near, offset) => {
        // Every other time is close to a change of the clocks, if the zone has one.
        const from = Temporal.ZonedDateTime.from(`2005-01-01T00:00[${timeZone}]`).add({ minutes: offset });
        const change = near === null ? null : from.getTimeZoneTransition('next');
        const time = (change ?? from).toPlainDateTime().add({ minutes: change ? (near ?? 0) - 90 : 0 });
        const wallTime = time.toString({ smallestUnit: 'minute' });

        expect(instantAt(wallTime, timeZone).getTime()).to.equal(
          Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone, { disambiguation: 'compatible' })
            .epochMilliseconds,
        );
      }),
      { seed: 16, numRuns: 3_000 },
    );
  });

  it('are moved by minutes of the clock, whatever the clocks of a zone do in between', () => {
    expect(addMinutes('2026-10-25T01:30', 120)).to.equal('2026-10-25T03:30');
    expect(addMinutes('2026-12-31T23:45', 30)).to.equal('2027-01-01T00:15');
    expect(addMinutes('2027-01-01T00:15', -30)).to.equal('2026-12-31T23:45');
  });

  it('are as far apart as their clocks say, and not at all as long as one is not complete', () => {
    expect(minutesBetween('2026-12-07T09:00', '2026-12-08T10:30')).to.equal(25 * 60 + 30);
    expect(minutesBetween('', '2026-12-08T10:30')).to.be.NaN;
  });

  it('are proposed at the next full hour, also after midnight', () => {
    expect(nextHour('2026-12-07T09:00')).to.equal('2026-12-07T10:00');
    expect(nextHour('2026-12-07T23:59')).to.equal('2026-12-08T00:00');
  });
});
