import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { OccupationSearch } from '../../src/ports/platform-seance-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon, type RecordParts, seanceRecord, spaceId } from '../support/seance-records.js';

const ada = { id: 'ada', name: 'Ada' };
const bea = { id: 'bea', name: 'Bea' };
/** From 09:00 to 11:00 in Brussels. */
const [from, to] = ['2026-12-01T08:00:00Z', '2026-12-01T10:00:00Z'] as [Instant, Instant];
const at = (start: string, end: string) => ({ start: `2026-12-01T${start}`, end: `2026-12-01T${end}` });

onEveryDatabase('PlatformSeanceRepository, of what is taken', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const insert = async (...parts: readonly RecordParts[]) => {
    const records = parts.map((part) => seanceRecord({ ...at('09:00', '11:00'), ...part }));
    await work().write(({ seances }) => seances.insert(records));
    return records.map(({ seance }) => seance);
  };
  const search = (parts: Partial<OccupationSearch> = {}) => {
    const plainest = { trainerIds: [ada.id], locationId: 'room', exceptIds: [], most: 10 };
    return work().read(({ platformSeances }) =>
      platformSeances.occupations({ ...plainest, from, to, spaceId, ...parts }),
    );
  };
  const names = async (parts: Partial<OccupationSearch> = {}) =>
    (await search(parts)).found.map(({ seance }) => seance?.name);

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer']) await database.knex(table).delete();
  });

  it('says when each trainer and the place are taken, and by which séance', async () => {
    const [taught, there] = await insert(
      { name: 'taught', trainers: [bea, ada], ...at('10:30', '12:00') },
      { name: 'there', locationId: 'room', ...at('08:00', '09:30') },
    );

    expect(await search({ trainerIds: [ada.id, bea.id] })).to.deep.equal({
      complete: true,
      found: [
        ...[ada, bea].map(({ id: resourceId }) => ({
          ...{ kind: 'trainer', resourceId, seance: { id: taught!.id, name: 'taught' } },
          ...{ startsAt: '2026-12-01T09:30:00Z', endsAt: '2026-12-01T11:00:00Z' },
        })),
        {
          ...{ kind: 'location', resourceId: 'room', seance: { id: there!.id, name: 'there' } },
          ...{ startsAt: '2026-12-01T07:00:00Z', endsAt: '2026-12-01T08:30:00Z' },
        },
      ],
    });
  });

  it('says so of every space, and names no séance of another one', async () => {
    await insert({ name: 'secret', trainers: [ada], locationId: 'room', spaceId: 'other' });
    const { found } = await search();

    expect(found.map(({ kind, seance }) => [kind, seance])).to.deep.equal([
      ['trainer', null],
      ['location', null],
    ]);
  });

  it('counts what overlaps, and neither what only touches nor what is deleted or left out', async () => {
    const both = { trainers: [ada], locationId: 'room' };
    const [planned] = await insert(
      { ...both, name: 'planned' },
      { ...both, name: 'before', ...at('08:00', '09:00') },
      { ...both, name: 'after', ...at('11:00', '12:00') },
      { ...both, name: 'gone', deletedAt: noon },
      { ...both, name: 'within', ...at('09:59', '10:00') },
      { trainers: [bea], locationId: 'Room', name: 'of others' },
    );

    expect(await names({ exceptIds: [planned!.id] })).to.deep.equal(['within', 'within']);
  });

  it('asks for nobody and no place where there is none', async () => {
    await insert({ trainers: [ada], locationId: 'room' });

    expect(await search({ trainerIds: [], locationId: null })).to.deep.equal({ found: [], complete: true });
  });

  it('says that something is missing when there is more of a kind than was wanted', async () => {
    await insert({ trainers: [ada] }, { trainers: [ada] }, { locationId: 'room' });

    expect((await search({ most: 2 })).complete).to.equal(true);
    expect((await search({ most: 1 })).complete).to.equal(false);
  });
});
