import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { onDatabase } from '../../support/databases.js';
import { Campus } from './campus/campus.js';
import { clockChangeCases } from './clock-change-cases.js';

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

onDatabase('A repetition over clock changes and ends of months', (database) => {
  let campus: Campus;

  before(() => {
    campus = new Campus(database.knex);
  });

  for (const { title, timeZone, source, rule, copies } of clockChangeCases) {
    it(title, async () => {
      const { id } = await campus.create({ start: source[0], end: source[1], timeZone });
      const expected = copies.map(([start, end, startsAt, endsAt]) => ({
        start,
        end,
        startsAt,
        endsAt,
        timeZone,
      }));

      const { occurrences } = await campus.preview(id, rule);
      expect(occurrences.map(timesOf), 'the preview').to.deep.equal(expected);
      expect(occurrences.map(({ clockChange }) => clockChange)).to.deep.equal(
        copies.map((copy) => copy[4] ?? null),
      );

      const { created, seriesId } = await campus.repeat(id, rule);
      expect(created).to.equal(copies.length);
      const stored = (await campus.series(seriesId)).filter((seance) => seance.id !== id);
      expect(stored.map(timesOf), 'what is stored').to.have.deep.members(expected);
    });
  }

  it('has 31 distinct days in a daily series over October, source included', async () => {
    const { id } = await campus.create({
      start: '2025-10-01T23:15',
      end: '2025-10-01T23:45',
      timeZone: 'Europe/Paris',
    });
    const { created, seriesId } = await campus.repeat(id, { weekdays: everyDay, until: '2025-10-31' });
    const all = await campus.series(seriesId);

    expect(created).to.equal(30);
    expect(all.map(({ start }) => start.slice(0, 10))).to.deep.equal(
      Array.from({ length: 31 }, (_, index) => `2025-10-${String(index + 1).padStart(2, '0')}`),
    );
    expect(new Set(all.map(({ start }) => start.slice(11)))).to.deep.equal(new Set(['23:15']));
  });

  it('counts a duration in weeks up to and including the same weekday', async () => {
    const { id } = await campus.create({ start: '2025-03-17T10:00', end: '2025-03-17T11:00' });
    const { occurrences } = await campus.preview(id, { weekdays: ['MO'], weeks: 3 });

    expect(occurrences.map(({ start }) => start.slice(0, 10))).to.deep.equal([
      '2025-03-24',
      '2025-03-31',
      '2025-04-07',
    ]);
  });

  it('does not copy the source onto its own day, whatever days are asked for', async () => {
    const { id } = await campus.create({ start: '2025-03-17T10:00', end: '2025-03-17T11:00' });
    const { occurrences } = await campus.preview(id, { weekdays: everyDay, until: '2025-03-18' });

    expect(occurrences.map(({ start }) => start)).to.deep.equal(['2025-03-18T10:00']);
  });
});

function timesOf({
  start,
  end,
  startsAt,
  endsAt,
  timeZone,
}: Pick<SeanceView, 'start' | 'end' | 'startsAt' | 'endsAt' | 'timeZone'>) {
  return { start, end, startsAt, endsAt, timeZone };
}
