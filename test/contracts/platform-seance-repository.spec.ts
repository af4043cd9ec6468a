import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { type DayRange, shiftDay } from '../../src/domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../src/domain/time/wall-time.js';
import { daysAround, daysOfSeances } from '../support/days-of-seances.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon, type RecordParts, seanceRecord } from '../support/seance-records.js';

onEveryDatabase('PlatformSeanceRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const insert = (...parts: readonly RecordParts[]) =>
    work().write(({ seances }) => seances.insert(parts.map((part) => seanceRecord(part))));
  const onDays = (ranges: readonly DayRange[], limit = 100, platformId = '') =>
    work().read(async ({ platformSeances }) => {
      const { items, total } = await platformSeances.onDays(platformId, ranges, limit);
      return { names: items.map(({ name }) => name), total };
    });

  afterEach(async () => {
    await database.knex('seance').delete();
  });

  it('names no séance of another platform, on a day or at a place', async () => {
    await insert(
      { name: 'ours', locationId: 'room', start: '2027-01-01T09:00', spaceId: 'ours' },
      { name: 'theirs', locationId: 'room', start: '2027-01-01T09:00', spaceId: 'theirs' },
    );
    await work().write(({ platforms }) => platforms.keep('theirs', 'q'));
    const atPlace = (platformId: string) =>
      work().read(({ platformSeances }) => platformSeances.atLocation(platformId, 'room', 9));

    for (const [platformId, names] of [
      ['', ['ours']],
      ['q', ['theirs']],
      ['Q', []],
    ] as const) {
      const found = await atPlace(platformId);
      expect({ names: found.items.map(({ name }) => name), total: found.total }).to.deep.equal({
        names,
        total: names.length,
      });
      expect(await onDays([range('2027-01-01')], 100, platformId)).to.deep.equal({
        names,
        total: names.length,
      });
    }
    await database.knex('seance_space').delete();
  });

  it('counts the séances at a place in every space, names those that end last, and no deleted ones', async () => {
    await insert(
      { id: 'a', name: 'early', locationId: 'room' },
      { id: 'b', name: 'late', locationId: 'room', start: '2027-01-01T09:00', spaceId: 'other' },
      { name: 'elsewhere', locationId: 'Room' },
      { id: 'c', name: 'gone', locationId: 'room', deletedAt: noon },
    );
    const found = await work().read(async ({ platformSeances }) => ({
      two: await platformSeances.atLocation('', 'room', 2),
      one: await platformSeances.atLocation('', 'room', 1),
    }));

    const late = { id: 'b', spaceId: 'other', name: 'late', start: '2027-01-01T09:00' };
    const early = { id: 'a', spaceId: 'demo', name: 'early', start: '2026-12-01T09:00' };
    expect(found.two).to.deep.equal({ items: [late, early], total: 2 });
    expect(found.one).to.deep.equal({ items: [late], total: 2 });
  });

  it('finds the séances that are on one of the days, by start', async () => {
    await insert(
      { name: 'last minute', start: '2027-01-02T23:59', end: '2027-01-03T01:00' },
      { name: 'first minute', start: '2027-01-01T00:00', end: '2027-01-01T01:00', spaceId: 'other' },
      { name: 'runs into it', start: '2026-12-31T23:59', end: '2027-01-01T10:00' },
      { name: 'the day before', start: '2026-12-31T20:00', end: '2027-01-01T00:00' },
      { name: 'the day after', start: '2027-01-03T00:00' },
      { name: 'later', start: '2027-05-01T09:00' },
      { name: 'gone', start: '2027-01-01T09:00', deletedAt: noon },
    );

    expect(await onDays([range('2027-01-01', '2027-01-02'), range('2027-05-01')])).to.deep.equal({
      names: ['runs into it', 'first minute', 'last minute', 'later'],
      total: 4,
    });
    expect(await onDays([range('2027-01-01', '2027-01-02')], 1)).to.deep.equal({
      names: ['runs into it'],
      total: 3,
    });
    expect(await onDays([])).to.deep.equal({ names: [], total: 0 });
  });

  for (const { title, start, end, days } of daysOfSeances) {
    it(`has ${title} on ${days.join(', ')}, and on no day before or after`, async () => {
      await insert({ name: 'it', start, end });
      for (const day of daysAround(days))
        expect((await onDays([range(day)])).total, day).to.equal(days.includes(day) ? 1 : 0);
    });
  }

  it('counts a séance once, whatever the number of stretches that it is on', async () => {
    const first = '2027-01-01' as CalendarDate;
    const ranges = Array.from({ length: 450 }, (_, index) => range(shiftDay(first, index * 2)));
    await insert(
      { name: 'a week', start: '2027-01-04T09:00', end: '2027-01-10T10:00' },
      { name: 'across statements', start: '2028-02-03T09:00', end: '2028-02-08T10:00' },
      { name: 'between', start: '2027-01-02T09:00', end: '2027-01-03T00:00' },
    );

    expect(await onDays(ranges)).to.deep.equal({ names: ['a week', 'across statements'], total: 2 });
  });

  it('takes 5,000 stretches of days', async () => {
    const first = '2020-01-01' as CalendarDate;
    const ranges = Array.from({ length: 5_000 }, (_, index) => range(shiftDay(first, index * 2)));
    await insert(
      { name: 'on one', start: `${ranges[4_999]?.startsOn ?? ''}T09:00` },
      { name: 'between', start: '2020-01-02T09:00', end: '2020-01-02T10:00' },
    );

    expect(await onDays(ranges)).to.deep.equal({ names: ['on one'], total: 1 });
  });
});

function range(startsOn: string, endsOn = startsOn): DayRange {
  return { startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate };
}
