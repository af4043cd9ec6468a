import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { searchTerms, searchText } from '../../src/domain/text/fold.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { CalendarDate } from '../../src/domain/time/wall-time.js';
import type { SeanceQuery } from '../../src/ports/seance-repository.js';
import { daysAround, daysOfSeances } from '../support/days-of-seances.js';
import { onEveryDatabase, type TestDatabase } from '../support/databases.js';
import { nextId, type RecordParts, seanceQuery, seanceRecord } from '../support/seance-records.js';

onEveryDatabase('SeanceRepository.list: filters', (database) => {
  afterEach(async () => {
    await database.knex('seance').delete();
    await database.knex('seance_trainer').delete();
  });

  describe('terms', () => {
    const texts = [
      '100 % de réussite',
      'taux_de_base',
      'tauxXdeXbase',
      String.raw`chemin C:\Cours\new`,
      "l'été d'Aimé",
      'dialogue "libre"',
      'Œuvre éphémère à Noël',
      'дом и сад',
      '会議 😀',
      'a? b* [c] (d) {e} ^f$ -g +h ~i /* -- ; /',
    ];
    const searches: readonly [string, readonly number[]][] = [
      ['%', [0]],
      ['100 %', [0]],
      ['_', [1]],
      ['taux_', [1]],
      ['taux', [1, 2]],
      ['\\', [3]],
      ['c:\\cours\\n', [3]],
      ["'", [4]],
      ['L’ÉTÉ', [4]],
      ['"libre"', [5]],
      ['oeuvre', [6]],
      ['EPHEMERE noel', [6]],
      ['noël oeuvre', [6]],
      ['ДОМ', [7]],
      ['会', [8]],
      ['😀', [8]],
      ['a?', [9]],
      ['[c]', [9]],
      ['/*', [9]],
      ['--', [9]],
      [';', [9]],
      ['rien de tel', []],
      ['taux oeuvre', []],
      ['   ', texts.map((_, index) => index)],
    ];

    beforeEach(async () => {
      await stored(
        database,
        texts.map((text, index) => ({ name: String(index), searchText: searchText([text]) })),
      );
    });

    for (const [search, found] of searches) {
      it(`finds ${JSON.stringify(search)} in ${found.length} of ${texts.length} texts`, async () => {
        expect(await names(database, { terms: searchTerms(search) })).to.have.members(found.map(String));
      });
    }
  });

  describe('days', () => {
    beforeEach(async () => {
      await stored(database, [
        { name: 'night', start: '2026-12-01T22:00', end: '2026-12-02T02:00' },
        { name: 'until midnight', start: '2026-12-01T22:00', end: '2026-12-02T00:00' },
        { name: 'last minute', start: '2026-12-02T23:59', end: '2026-12-03T00:30' },
        { name: 'tokyo', start: '2026-12-02T00:30', end: '2026-12-02T08:00', timeZone: 'Asia/Tokyo' },
        { name: 'week', start: '2026-11-28T09:00', end: '2026-12-05T12:00' },
      ]);
    });

    const cases: readonly [string | undefined, string | undefined, readonly string[]][] = [
      ['2026-12-02', undefined, ['night', 'last minute', 'tokyo', 'week']],
      ['2026-12-03', undefined, ['last minute', 'week']],
      ['2026-12-06', undefined, []],
      [undefined, '2026-12-01', ['night', 'until midnight', 'week']],
      [undefined, '2026-12-02', ['night', 'until midnight', 'last minute', 'tokyo', 'week']],
      [undefined, '2026-11-27', []],
      ['2026-12-04', '2026-12-04', ['week']],
      ['2026-12-02', '2026-12-02', ['night', 'last minute', 'tokyo', 'week']],
    ];
    for (const [from, to, expected] of cases) {
      it(`from ${from ?? 'ever'} to ${to ?? 'ever'}: is on one of the days`, async () => {
        const found = await names(database, {
          from: from as CalendarDate | undefined,
          to: to as CalendarDate | undefined,
        });

        expect(found).to.have.members(expected);
      });
    }

    for (const { title, start, end, days } of daysOfSeances) {
      it(`has ${title} on ${days.join(', ')}, and on no day before or after`, async () => {
        const name = 'of the table';
        await stored(database, [{ name, start, end }]);
        for (const day of daysAround(days)) {
          const found = await names(database, { from: day as CalendarDate, to: day as CalendarDate });
          expect(found.includes(name), day).to.equal(days.includes(day));
        }
      });
    }
  });

  it('finds by state: ongoing from the start on, past from the end on', async () => {
    await stored(database, [
      { name: 'one', start: '2026-12-01T09:00', end: '2026-12-01T10:00', timeZone: 'UTC' },
      { name: 'two', start: '2026-12-01T10:00', end: '2026-12-01T11:00', timeZone: 'UTC' },
    ]);
    const statesAt = async (now: string) =>
      Promise.all(
        (['upcoming', 'ongoing', 'past'] as const).map((state) =>
          names(database, { state, now: now as Instant }),
        ),
      );

    expect(await statesAt('2026-12-01T08:59:59Z')).to.deep.equal([['one', 'two'], [], []]);
    expect(await statesAt('2026-12-01T09:00:00Z')).to.deep.equal([['two'], ['one'], []]);
    expect(await statesAt('2026-12-01T10:00:00Z')).to.deep.equal([[], ['two'], ['one']]);
    expect(await statesAt('2026-12-01T11:00:00Z')).to.deep.equal([[], [], ['one', 'two']]);
  });

  it('finds by enrolment mode, group, series, place and trainer, and by all of them at once', async () => {
    const [group, series] = [nextId(), nextId()];
    const [anh, bea] = [
      { id: 'anh', name: 'Anh' },
      { id: 'bea', name: 'Béa' },
    ];
    await stored(database, [
      { name: 'all', enrolmentMode: 'public', groupId: group, locationId: 'room', trainers: [anh, bea] },
      { name: 'mode', enrolmentMode: 'public' },
      { name: 'group', groupId: group },
      { name: 'series', seriesId: series, seriesNumber: 1 },
      { name: 'room', locationId: 'room' },
      { name: 'bea', trainers: [bea] },
      { name: 'none', trainers: [anh] },
    ]);

    expect(await names(database, { enrolmentMode: 'public' })).to.have.members(['all', 'mode']);
    expect(await names(database, { groupId: group })).to.have.members(['all', 'group']);
    expect(await names(database, { seriesId: series })).to.have.members(['series']);
    expect(await names(database, { locationId: 'room' })).to.have.members(['all', 'room']);
    expect(await names(database, { trainerId: 'bea' })).to.have.members(['all', 'bea']);
    expect(await names(database, { trainerId: 'BEA' }), 'ids are compared exactly').to.deep.equal([]);
    expect(
      await names(database, {
        enrolmentMode: 'public',
        groupId: group,
        locationId: 'room',
        trainerId: 'bea',
      }),
    ).to.deep.equal(['all']);
  });

  it('keeps spaces and sessions apart, and leaves out what is deleted', async () => {
    await stored(database, [
      { name: 'here' },
      { name: 'other session', sessionId: 'demo-2027' },
      { name: 'other space', spaceId: 'other' },
      { name: 'other case', spaceId: 'DEMO' },
      { name: 'deleted', deletedAt: '2026-11-22T09:00:00Z' as Instant },
    ]);

    expect(await names(database, {})).to.deep.equal(['here']);
    expect(await names(database, { spaceId: 'other' })).to.deep.equal(['other space']);
    expect(await names(database, { sessionId: 'demo-2027' })).to.deep.equal(['other session']);
    expect(await names(database, { spaceId: 'other', sessionId: 'demo-2027' })).to.deep.equal([]);
  });
});

async function stored(database: TestDatabase, parts: readonly RecordParts[]): Promise<void> {
  const records = parts.map((part) => seanceRecord(part));
  await new KnexUnitOfWork(database.open).write(({ seances }) => seances.insert(records));
}

async function names(database: TestDatabase, parts: Partial<SeanceQuery>): Promise<string[]> {
  const work = new KnexUnitOfWork(database.open);
  const { items, total } = await work.read(({ seances }) => seances.list(seanceQuery(parts)));
  expect(total).to.equal(items.length);
  return items.map(({ seance }) => seance.name);
}
