import { expect } from 'chai';
import { Refusal } from '../../../src/domain/refusal.js';
import {
  assertWindow,
  type EnrolmentWindow,
  windowInstants,
  windowMoved,
} from '../../../src/domain/seance/enrolment-window.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';

const at = (time: string) => time as WallTime;
const windowOf = (opens: string | null, closes: string | null): EnrolmentWindow => ({
  enrolmentOpens: opens as WallTime | null,
  enrolmentCloses: closes as WallTime | null,
});
const start = at('2026-12-10T10:00');

describe('The window for enrolment of a séance', () => {
  const cases: readonly [string | null, string | null, string | undefined][] = [
    [null, null, undefined],
    ['2026-12-01T09:00', '2026-12-09T18:00', undefined],
    [null, '2026-12-10T10:00', undefined],
    ['2026-12-10T09:59', null, undefined],
    [null, '2026-12-10T10:01', 'enrolmentCloses closes-after-start'],
    ['2026-12-09T18:00', '2026-12-09T17:59', 'enrolmentCloses closes-before-opens'],
    ['2026-12-09T18:00', '2026-12-09T18:00', 'enrolmentCloses closes-before-opens'],
    ['2026-12-10T10:00', null, 'enrolmentOpens opens-after-start'],
    ['2026-12-12T10:00', '2026-12-11T10:00', 'enrolmentCloses closes-after-start'],
  ];
  for (const [opens, closes, refusal] of cases)
    it(`from ${opens ?? 'the beginning'} to ${closes ?? 'the end'} is ${refusal ?? 'one that there can be'}`, () => {
      let refused: string | undefined;
      try {
        assertWindow({ ...windowOf(opens, closes), start });
      } catch (error) {
        if (!Refusal.is(error)) throw error;
        refused = error.issues.map(({ field, code }) => `${field.join()} ${code}`).join();
      }
      expect(refused).to.equal(refusal);
    });

  it('is at the instants at which the clocks of its zone show it, whatever they do in between', () => {
    const timeZone = 'Europe/Brussels' as TimeZone;
    expect(windowInstants({ ...windowOf('2026-10-24T09:00', '2026-10-25T09:00'), timeZone })).to.deep.equal({
      opensAt: '2026-10-24T07:00:00Z',
      closesAt: '2026-10-25T08:00:00Z',
    });
    expect(windowInstants({ ...windowOf(null, null), timeZone })).to.deep.equal({
      opensAt: null,
      closesAt: null,
    });
  });

  it('goes with a séance to another day: as many days before, at the same time of day', () => {
    const window = windowOf('2026-11-30T09:00', '2026-12-09T18:00');
    expect(windowMoved(window, start, at('2027-03-01T08:30'))).to.deep.equal(
      windowOf('2027-02-19T09:00', '2027-02-28T18:00'),
    );
    expect(windowMoved(window, start, at('2026-12-10T23:00'))).to.deep.equal(window);
    expect(windowMoved(windowOf(null, null), start, at('2027-03-01T08:30'))).to.deep.equal(
      windowOf(null, null),
    );
  });
});
