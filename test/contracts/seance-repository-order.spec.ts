import { expect } from 'chai';
import type { CalendarDate } from '../../src/domain/time/wall-time.js';
import type { SeanceQuery, SeanceRecord, SeanceSort } from '../../src/ports/seance-repository.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { onEveryDatabase, type TestDatabase } from '../support/databases.js';
import { noon, type RecordParts, seanceGroup, seanceQuery, seanceRecord } from '../support/seance-records.js';

/** In the order in which people expect to read them. */
const namesInOrder = [
  '(sans titre)',
  '2 ateliers',
  '10 ateliers',
  'Atelier',
  'Atelier 2',
  'ATELIER 2 bis',
  'atelier 10',
  'Étape',
  'etude',
  'Œuvre',
  'ouvert',
  'Straße 1',
  'Strasse 2',
  'Zoé',
  'Ωmega',
  '日本',
  '😀',
];

const groupsInOrder = [
  'atelier 9',
  'Ateliers du matin',
  'Été',
  'Groupe 2',
  'groupe 10',
  'Ж',
  '😀 groupe',
  null,
];

const starts = ['2026-12-01T09:00', '2026-12-01T09:30', '2026-11-01T09:00'];

onEveryDatabase('SeanceRepository.list: order', (database) => {
  describe('of one column', () => {
    it('sorts by start, in either direction, whatever the zone', async () => {
      const [tokyo, brussels, montreal] = await stored(database, [
        { start: '2026-12-01T12:00', timeZone: 'Asia/Tokyo' },
        { start: '2026-12-01T10:00', timeZone: 'Europe/Brussels' },
        { start: '2026-12-01T08:00', timeZone: 'America/Montreal' },
      ]);

      expect(await listed(database, 'start')).to.deep.equal([tokyo, brussels, montreal]);
      expect(await listed(database, 'start', true)).to.deep.equal([montreal, brussels, tokyo]);
    });

    it('sorts by end, then by start', async () => {
      const [third, first, second] = await stored(database, [
        { start: '2026-12-01T09:00', end: '2026-12-01T12:00' },
        { start: '2026-12-01T10:00', end: '2026-12-01T11:00' },
        { start: '2026-12-01T08:00', end: '2026-12-01T12:00' },
      ]);

      expect(await listed(database, 'end')).to.deep.equal([first, second, third]);
      expect(await listed(database, 'end', true)).to.deep.equal([third, second, first]);
    });

    it('sorts names as people read them: without case and accents, numbers by value', async () => {
      const ids = await stored(
        database,
        shuffled(namesInOrder).map((name) => ({ name })),
      );
      const names = await listedNames(database, ids);

      expect(names(await listed(database, 'name'))).to.deep.equal(namesInOrder);
      expect(names(await listed(database, 'name', true))).to.deep.equal([...namesInOrder].reverse());
    });

    it('sorts by capacity, unlimited as the most', async () => {
      const capacities = [1, 2, 10, 999_999, 1_000_000, null];
      const ids = await stored(
        database,
        capacities.map((capacity) => ({ capacity })),
      );

      expect(await listed(database, 'capacity')).to.deep.equal(ids);
      expect(await listed(database, 'capacity', true)).to.deep.equal([...ids].reverse());
    });

    it('sorts by enrolment mode', async () => {
      const [manual, automatic, open] = await stored(database, [
        { enrolmentMode: 'manual' },
        { enrolmentMode: 'automatic' },
        { enrolmentMode: 'public' },
      ]);

      expect(await listed(database, 'enrolmentMode')).to.deep.equal([automatic, manual, open]);
      expect(await listed(database, 'enrolmentMode', true)).to.deep.equal([open, manual, automatic]);
    });

    it('sorts by the name of the group, none as the last', async () => {
      const ids = await stored(
        database,
        groupsInOrder.map((name) => (name === null ? {} : { group: seanceGroup(name) })),
      );

      expect(await listed(database, 'group')).to.deep.equal(ids);
      expect(await listed(database, 'group', true)).to.deep.equal([...ids].reverse());
    });
  });

  for (const sort of ['start', 'end', 'name', 'capacity', 'enrolmentMode', 'group'] as const) {
    it(`breaks ties of ${sort} by start, then by id, in either direction`, async () => {
      const [a, b, c, d, e, f] = await stored(
        database,
        [...starts, ...starts].map((start) => ({ start, end: '2026-12-01T18:00' })),
      );

      expect(await listed(database, sort)).to.deep.equal([c, f, a, d, b, e]);
      expect(await listed(database, sort, true)).to.deep.equal([e, b, d, a, f, c]);
    });
  }

  it('meets every séance once on a walk over its pages, in the order of the whole list', async () => {
    const names = shuffled([...namesInOrder, ...namesInOrder, ...namesInOrder]);
    await stored(
      database,
      names.map((name, index) => ({ name, start: starts[index % 3] ?? '' })),
    );
    for (const sort of ['start', 'name', 'group'] as const) {
      for (const descending of [false, true]) {
        const walked: string[] = [];
        for (let page = 1; page <= 6; page += 1)
          walked.push(...(await listed(database, sort, descending, page, 10)));

        expect(walked).to.deep.equal(await listed(database, sort, descending));
      }
    }
  });

  it('counts all that match on every page, also beyond the last one', async () => {
    await stored(
      database,
      Array.from({ length: 23 }, () => ({})),
    );
    const work = new KnexUnitOfWork(database.open);
    const pages = await work.read(({ seances }) =>
      Promise.all([1, 3, 4, 1_000_000].map((page) => seances.list(seanceQuery({ page, size: 10 })))),
    );

    expect(pages.map(({ items, total }) => [items.length, total])).to.deep.equal([
      [10, 23],
      [3, 23],
      [0, 23],
      [0, 23],
    ]);
  });

  it('says how many have ended, and the place of the first that has not', async () => {
    const day = (start: string, end: string) => ({ start: `2026-${start}:00`, end: `2026-${end}:00` });
    const parts = [
      day('11-01T09', '11-01T10'),
      day('11-02T09', '11-30T10'),
      day('11-03T09', '11-03T10'),
      day('11-23T12', '11-23T13'),
      day('11-23T12', '11-23T14'),
      day('11-24T12', '11-24T13'),
    ];
    await stored(database, parts);
    const work = new KnexUnitOfWork(database.open);
    // Noon, UTC, is at 13:00 in Brussels: what ends then has ended.
    const at = (criteria: Partial<SeanceQuery>) =>
      work.read(({ seances }) => seances.progress(seanceQuery({ now: noon, ...criteria })));

    expect(await at({})).to.deep.equal({ past: 3, current: 1 });
    expect(await at({ from: '2026-11-23' as CalendarDate, to: '2026-11-23' as CalendarDate })).to.deep.equal({
      ...{ past: 1, current: 0 },
    });
    expect(await at({ state: 'past' })).to.deep.equal({ past: 3, current: 2 });
    expect(await at({ state: 'upcoming' })).to.deep.equal({ past: 0, current: 0 });
    expect(await at({ terms: ['nothing'] })).to.deep.equal({ past: 0, current: 0 });
  });

  it('puts those of one moment in the order of the list', async () => {
    const parts = ['13', '14', '13', '14'].map((end) => ({
      ...{ start: '2026-11-23T12:00', end: `2026-11-23T${end}:00` },
    }));
    await stored(database, parts);
    const work = new KnexUnitOfWork(database.open);

    expect(await work.read(({ seances }) => seances.progress(seanceQuery({ now: noon })))).to.deep.equal({
      ...{ past: 2, current: 1 },
    });
  });

  it('is empty, and not an error, where there is nothing', async () => {
    const work = new KnexUnitOfWork(database.open);
    for (const size of ['all', 10] as const) {
      const page = await work.read(({ seances }) => seances.list(seanceQuery({ size })));

      expect(page).to.deep.equal({ items: [], total: 0 });
    }
  });

  afterEach(async () => {
    await database.knex('seance').delete();
  });
});

/** Stores séances, all on one day unless they say otherwise, and answers their ids. */
async function stored(database: TestDatabase, parts: readonly RecordParts[]): Promise<string[]> {
  const records: SeanceRecord[] = parts.map((part) => seanceRecord(part));
  await new KnexUnitOfWork(database.open).write(({ seances }) => seances.insert(records));
  return records.map(({ seance }) => seance.id);
}

async function listed(
  database: TestDatabase,
  sort: SeanceSort,
  descending = false,
  page = 1,
  size: number | 'all' = 'all',
): Promise<string[]> {
  const query = seanceQuery({ sort, descending, page, size });
  const { items } = await new KnexUnitOfWork(database.open).read(({ seances }) => seances.list(query));
  return items.map(({ seance }) => seance.id);
}

async function listedNames(
  database: TestDatabase,
  ids: readonly string[],
): Promise<(sorted: string[]) => (string | undefined)[]> {
  const rows = (await database.knex('seance').select('id', 'name').whereIn('id', ids)) as {
    id: string;
    name: string;
  }[];
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (sorted) => sorted.map((id) => names.get(id));
}

/** The same shuffle every time: every seventh of them, round and round. */
function shuffled<T>(values: readonly T[]): T[] {
  const step = values.length % 7 === 0 ? 5 : 7;
  return values.map((_, index) => values[(index * step) % values.length] as T);
}
