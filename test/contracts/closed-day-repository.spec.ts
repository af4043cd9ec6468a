import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { ClosedDay } from '../../src/domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../src/domain/time/wall-time.js';
import { onEveryDatabase } from '../support/databases.js';
import { nextId } from '../support/seance-records.js';

onEveryDatabase('ClosedDayRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const insert = (...days: readonly ClosedDay[]) =>
    work().write(({ closedDays }) => closedDays.insert('', days));
  const list = (page = 1, size = 10, from?: string) =>
    work().read(async ({ closedDays }) => {
      const { items, total } = await closedDays.list('', {
        ...{ page, size, from: from as CalendarDate | undefined },
      });
      return { names: items.map(({ name }) => name), total };
    });

  afterEach(async () => {
    await database.knex('seance_closed_day').delete();
  });

  it('gives back closed days as they were added, and changes or removes one of them', async () => {
    const [one, other] = [day('Été "é" 😀', '2027-07-01', '2027-08-31'), day('Fête', '2027-01-01')];
    await insert(one, other);
    const found = () => work().read(({ closedDays }) => closedDays.find('', one.id));

    expect(await found()).to.deep.equal(one);
    expect(await work().write(({ closedDays }) => closedDays.lock('', one.id))).to.deep.equal(one);
    await work().write(({ closedDays }) => closedDays.update({ ...one, name: 'Juillet' }));
    expect(await found()).to.deep.equal({ ...one, name: 'Juillet' });
    await work().write(({ closedDays }) => closedDays.remove(one.id));
    expect(await found()).to.equal(undefined);
    expect(await list()).to.deep.equal({ names: ['Fête'], total: 1 });
  });

  it('lists by first day, in pages that count everything, from a day on', async () => {
    await insert(
      day('c', '2027-03-01'),
      day('a', '2027-01-01', '2027-12-31'),
      day('b', '2027-02-01', '2027-02-03'),
    );

    expect(await list()).to.deep.equal({ names: ['a', 'b', 'c'], total: 3 });
    expect(await list(2, 2)).to.deep.equal({ names: ['c'], total: 3 });
    expect(await list(1, 10, '2027-02-03')).to.deep.equal({ names: ['a', 'b', 'c'], total: 3 });
    expect(await list(1, 10, '2027-02-04')).to.deep.equal({ names: ['a', 'c'], total: 2 });
  });

  it('finds those that fall partly between two days', async () => {
    await insert(
      day('before', '2027-01-01', '2027-01-31'),
      day('into', '2027-01-31', '2027-02-01'),
      day('out of', '2027-02-28', '2027-03-01'),
      day('after', '2027-03-01'),
    );
    const found = await work().read(({ closedDays }) =>
      closedDays.between('', '2027-02-01' as CalendarDate, '2027-02-28' as CalendarDate),
    );

    expect(found.map(({ name }) => name)).to.deep.equal(['into', 'out of']);
  });

  it('are those of one platform: no other one lists, finds or locks them', async () => {
    const [ours, theirs] = [day('ours', '2027-02-01'), day('theirs', '2027-02-01')];
    await work().write(({ closedDays }) => closedDays.insert('p', [ours]));
    await work().write(({ closedDays }) => closedDays.insert('P', [theirs]));
    const [first, last] = ['2027-01-01', '2027-12-31'] as [CalendarDate, CalendarDate];
    const found = await work().write(async ({ closedDays }) => ({
      listed: (await closedDays.list('p', { page: 1, size: 9 })).items,
      between: (await closedDays.between('p', first, last)).map(({ name }) => name),
      foreign: [await closedDays.find('p', theirs.id), await closedDays.lock('p', theirs.id)],
    }));

    expect(found).to.deep.equal({ listed: [ours], between: ['ours'], foreign: [undefined, undefined] });
    expect(await list()).to.deep.equal({ names: [], total: 0 });
  });

  it('adds 5,000 of them', async () => {
    await insert(...Array.from({ length: 5_000 }, (_, index) => day(`Day ${index}`, '2027-01-01')));

    expect((await list()).total).to.equal(5_000);
  });
});

function day(name: string, startsOn: string, endsOn = startsOn): ClosedDay {
  return { id: nextId(), name, startsOn: startsOn as CalendarDate, endsOn: endsOn as CalendarDate };
}
