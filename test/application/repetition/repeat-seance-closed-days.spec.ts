import { expect } from 'chai';
import { closedOn } from '../../../src/domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../../src/domain/time/wall-time.js';
import { onDatabase } from '../../support/databases.js';
import { Campus, type Problem } from './campus/campus.js';
import { close, reopen } from './campus/holidays.js';

describe('closedOn', () => {
  const easter = {
    name: 'Pâques',
    startsOn: '2025-04-20' as CalendarDate,
    endsOn: '2025-04-21' as CalendarDate,
  };

  it('is the period that holds the day, its first and last days included', () => {
    const closed = (date: string) => closedOn(date as CalendarDate, [easter])?.name;

    expect(['2025-04-19', '2025-04-20', '2025-04-21', '2025-04-22'].map(closed)).to.deep.equal([
      undefined,
      'Pâques',
      'Pâques',
      undefined,
    ]);
  });
});

onDatabase('Closed days', (database) => {
  let campus: Campus;
  let id: string;
  const mondays = { weekdays: ['MO'], until: '2025-03-31' };

  beforeEach(async () => {
    campus = new Campus(database.knex);
    ({ id } = await campus.create());
    await close(database.knex, 'Congé de printemps', '2025-03-15', '2025-03-21');
    await close(database.knex, 'Fête', '2025-03-24');
  });

  afterEach(() => reopen(database.knex));

  const startsOf = (copies: readonly { readonly start: string }[]) =>
    copies.map(({ start }) => start.slice(0, 10));

  it('are skipped unless asked otherwise, and listed with their names', async () => {
    const { occurrences, skipped } = await campus.preview(id, mondays);
    const { items, created } = await campus.repeat(id, mondays);

    expect(startsOf(occurrences)).to.deep.equal(['2025-03-10', '2025-03-31']);
    expect(startsOf(items)).to.deep.equal(startsOf(occurrences));
    expect(created).to.equal(2);
    expect(skipped).to.deep.equal([
      { date: '2025-03-17', reason: 'closed-day', name: 'Congé de printemps' },
      { date: '2025-03-24', reason: 'closed-day', name: 'Fête' },
    ]);
  });

  it('leave no hole in the numbers', async () => {
    const { items } = await campus.repeat(id, mondays);

    expect(items.map(({ name }) => name)).to.deep.equal(['Atelier [1]', 'Atelier [2]']);
  });

  it('are kept one by one', async () => {
    const rule = { ...mondays, keepDates: ['2025-03-24'] };
    const { skipped } = await campus.preview(id, rule);

    expect(startsOf((await campus.repeat(id, rule)).items)).to.deep.equal([
      '2025-03-10',
      '2025-03-24',
      '2025-03-31',
    ]);
    expect(skipped.map(({ date }) => date)).to.deep.equal(['2025-03-17']);
  });

  it('are all kept when the rule says so', async () => {
    const rule = { ...mondays, skipClosedDays: false };
    const { skipped } = await campus.preview(id, rule);

    expect((await campus.repeat(id, rule)).created).to.equal(4);
    expect(skipped).to.deep.equal([]);
  });

  it('are left out as exceptions when they are both', async () => {
    const rule = { ...mondays, exceptDates: ['2025-03-24', '2025-03-10'], keepDates: ['2025-03-24'] };
    const { occurrences, skipped } = await campus.preview(id, rule);

    expect(startsOf(occurrences)).to.deep.equal(['2025-03-31']);
    expect(skipped).to.deep.equal([
      { date: '2025-03-10', reason: 'exception' },
      { date: '2025-03-17', reason: 'closed-day', name: 'Congé de printemps' },
      { date: '2025-03-24', reason: 'exception' },
    ]);
  });

  it('are days of the wall where the séance is: the night before a holiday is not on it', async () => {
    const night = await campus.create({
      start: '2025-03-03T23:30',
      end: '2025-03-04T00:30',
      timeZone: 'Pacific/Auckland',
    });
    const { occurrences } = await campus.preview(night.id, { weekdays: ['FR', 'SA'], until: '2025-03-22' });

    expect(startsOf(occurrences)).to.deep.equal(['2025-03-07', '2025-03-08', '2025-03-14', '2025-03-22']);
  });

  it('say nothing of exceptions on days that do not match', async () => {
    const { skipped } = await campus.preview(id, { ...mondays, exceptDates: ['2025-03-11', '2026-01-05'] });

    expect(skipped.map(({ reason }) => reason)).to.deep.equal(['closed-day', 'closed-day']);
  });

  it('are shown in a preview that has no other date, and refused when it is asked for', async () => {
    const rule = { weekdays: ['MO'], until: '2025-03-17', exceptDates: ['2025-03-10'] };
    const { occurrences, skipped } = await campus.preview(id, rule);
    const refused = await campus.request<Problem>('POST', `demo/seances/${id}/repetitions`, rule);

    expect(occurrences).to.deep.equal([]);
    expect(skipped.map(({ date }) => date)).to.deep.equal(['2025-03-10', '2025-03-17']);
    expect(refused.status).to.equal(422);
    expect(refused.body.errors[0]).to.include({ pointer: '/weekdays', code: 'no-occurrence' });
    expect((await campus.get(id)).seriesId).to.equal(null);
  });
});
