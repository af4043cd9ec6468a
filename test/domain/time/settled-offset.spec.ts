import { expect } from 'chai';
import fc from 'fast-check';
import type * as module from '../../../src/domain/time/settled-offset.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';

let copies = 0;

/** One that remembers no zone yet: what it was asked before must not matter. */
async function freshly(): Promise<(clock: string, zone: string) => number | undefined> {
  copies += 1;
  const path = `../../../src/domain/time/settled-offset.js?copy=${copies}`;
  const { settledOffset } = (await import(path)) as typeof module;
  return (clock, zone) => settledOffset(Date.parse(`${clock}Z`) / 1_000, zone as TimeZone);
}

describe('settledOffset', () => {
  const settled: readonly [zone: string, clock: string, seconds: number][] = [
    ['UTC', '1900-01-01T00:00', 0],
    ['UTC', '2999-12-31T23:59', 0],
    ['Europe/Brussels', '2026-07-01T12:00', 7_200],
    ['Europe/Brussels', '2026-12-01T12:00', 3_600],
    ['Europe/Brussels', '1970-07-01T12:00', 3_600],
    ['America/New_York', '2026-07-01T12:00', -14_400],
    ['America/New_York', '2026-12-01T12:00', -18_000],
    ['America/St_Johns', '2026-12-01T12:00', -12_600],
    ['Asia/Kolkata', '2026-07-01T12:00', 19_800],
    ['Asia/Kathmandu', '2026-07-01T12:00', 20_700],
    ['Pacific/Chatham', '2026-12-01T12:00', 49_500],
    ['Australia/Lord_Howe', '2026-07-01T12:00', 37_800],
    ['Australia/Lord_Howe', '2026-12-01T12:00', 39_600],
    ['Pacific/Apia', '2011-12-01T12:00', -36_000],
    ['Pacific/Apia', '2012-01-15T12:00', 50_400],
    ['Africa/Monrovia', '1960-01-01T12:00', -2_670],
  ];
  for (const [zone, clock, seconds] of settled) {
    it(`is ${seconds} s in ${zone} at ${clock}`, async () => {
      expect((await freshly())(clock, zone)).to.equal(seconds);
    });
  }

  // Two days before and after 2026-10-25T01:00:00Z, 2026-03-29T01:00:00Z, and the day that Samoa left out.
  const around: readonly [zone: string, clock: string, seconds: number | undefined][] = [
    ['Europe/Brussels', '2026-10-23T00:59:59', 7_200],
    ['Europe/Brussels', '2026-10-23T01:00:00', undefined],
    ['Europe/Brussels', '2026-10-25T00:59:59', undefined],
    ['Europe/Brussels', '2026-10-25T01:00:00', undefined],
    ['Europe/Brussels', '2026-10-25T01:00:01', undefined],
    ['Europe/Brussels', '2026-10-27T01:00:00', undefined],
    ['Europe/Brussels', '2026-10-27T01:00:01', 3_600],
    ['Europe/Brussels', '2026-03-27T00:59:59', 3_600],
    ['Europe/Brussels', '2026-03-27T01:00:00', undefined],
    ['Europe/Brussels', '2026-03-31T01:00:00', undefined],
    ['Europe/Brussels', '2026-03-31T01:00:01', 7_200],
    ['Pacific/Apia', '2011-12-28T09:59:59', -36_000],
    ['Pacific/Apia', '2011-12-28T10:00:00', undefined],
    ['Pacific/Apia', '2012-01-01T10:00:00', undefined],
    ['Pacific/Apia', '2012-01-01T10:00:01', 50_400],
  ];
  for (const [zone, clock, seconds] of around) {
    it(`is ${seconds ?? 'none'} in ${zone} at ${clock}, by two days from a change of its clocks`, async () => {
      expect((await freshly())(clock, zone)).to.equal(seconds);
    });
  }

  it('is right before a change although it was asked at its very second first', async () => {
    const offset = await freshly();

    expect(offset('2026-10-25T01:00:00', 'Europe/Brussels')).to.equal(undefined);
    expect(offset('2026-10-01T12:00', 'Europe/Brussels')).to.equal(7_200);
    expect(offset('2026-11-10T12:00', 'Europe/Brussels')).to.equal(3_600);
  });

  it('is that of its zone, whichever zones were asked before', async () => {
    const offset = await freshly();

    for (const [zone, clock, seconds] of [...settled, ...settled])
      expect(offset(clock, zone), zone).to.equal(seconds);
  });

  it('is the same whatever was asked before, in any order', async () => {
    const all = [...settled, ...around];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 2 }), async (asked) => {
        const offset = await freshly();

        for (const [zone, clock, seconds] of asked)
          expect(offset(clock, zone), `${zone} ${clock}`).to.equal(seconds);
      }),
      { numRuns: 15 },
    );
  });
});
