import { expect } from 'chai';
import { dayAt, startOfDay } from '../../../src/domain/time/days.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { CalendarDate } from '../../../src/domain/time/wall-time.js';

describe('A day of a zone', () => {
  const at = (instant: string, zone: string) => dayAt(instant as Instant, zone as TimeZone);
  const start = (day: string, zone: string) => startOfDay(day as CalendarDate, zone as TimeZone);

  it('is the one that calendars there show', () => {
    expect(at('2026-12-01T23:30:00Z', 'Europe/Brussels')).to.equal('2026-12-02');
    expect(at('2026-12-01T23:30:00Z', 'America/Montreal')).to.equal('2026-12-01');
  });

  it('begins at midnight', () => {
    expect(start('2026-12-02', 'Europe/Brussels')).to.equal('2026-12-01T23:00:00Z');
    expect(start('2026-07-02', 'Europe/Brussels')).to.equal('2026-07-01T22:00:00Z');
  });

  it('begins later where a clock change skips midnight, and at the first of two midnights', () => {
    // Beirut goes from 00:00 to 01:00, Havana from 01:00 back to 00:00.
    expect(start('2026-03-29', 'Asia/Beirut')).to.equal('2026-03-28T22:00:00Z');
    expect(start('2026-11-01', 'America/Havana')).to.equal('2026-11-01T04:00:00Z');
  });
});
