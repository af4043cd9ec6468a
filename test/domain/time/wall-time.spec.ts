import { expect } from 'chai';
import fc from 'fast-check';
import {
  clockMinutes,
  dateOf,
  parseCalendarDate,
  parseWallTime,
  type WallTime,
  wallTimeAt,
} from '../../../src/domain/time/wall-time.js';

describe('parseWallTime', () => {
  for (const text of [
    '2026-12-01T09:00',
    '2028-02-29T23:59',
    '1900-01-01T00:00',
    '2999-12-31T23:59',
    '2000-02-29T12:00',
  ]) {
    it(`reads ${text}`, () => {
      expect(parseWallTime(text)).to.equal(text);
    });
  }

  const wrong = [
    '',
    '2026-12-01',
    '2026-12-01T24:00',
    '2026-12-01T09:60',
    '2027-02-29T09:00',
    '2100-02-29T09:00',
    '2026-04-31T09:00',
    '2026-00-01T09:00',
    '2026-12-00T09:00',
    '1899-12-31T23:59',
    '3000-01-01T00:00',
    '2026-12-01T09:00:00',
    '2026-12-01T09:00Z',
    ' 2026-12-01T09:00',
    '2026-12-01T09:00\n',
    '2026-12-01t09:00',
    '２０２６-12-01T09:00',
  ];
  for (const text of wrong) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(parseWallTime(text)).to.equal(undefined);
    });
  }

  it('reads exactly the minutes that the calendar has', () => {
    const minute = fc.record({
      year: fc.integer({ min: 1_900, max: 2_999 }),
      month: fc.integer({ min: 0, max: 13 }),
      day: fc.integer({ min: 0, max: 32 }),
      hour: fc.integer({ min: 0, max: 25 }),
      minute: fc.integer({ min: 0, max: 61 }),
    });
    fc.assert(
      fc.property(minute, ({ year, month, day, hour, minute: minutes }) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const text = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minutes)}`;
        const days = month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
        const exists = day >= 1 && day <= days && hour <= 23 && minutes <= 59;

        expect(parseWallTime(text)).to.equal(exists ? text : undefined);
      }),
    );
  });

  it('comes back from a count of minutes as it went in', () => {
    const text = '2026-12-01T09:05' as WallTime;

    expect(wallTimeAt(clockMinutes(text))).to.equal(text);
    expect(dateOf(text)).to.equal('2026-12-01');
  });
});

describe('parseCalendarDate', () => {
  it('reads days that there are, and nothing else', () => {
    expect(parseCalendarDate('2028-02-29')).to.equal('2028-02-29');
    for (const text of [
      '2027-02-29',
      '2027-02-30',
      '2027-2-3',
      '2027-02-03T00:00',
      '',
      '1899-12-31',
      '2027-13-01',
    ]) {
      expect(parseCalendarDate(text), text).to.equal(undefined);
    }
  });
});
