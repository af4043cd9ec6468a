import { expect } from 'chai';
import { sections } from '../../../src/web/my-seances/sections.js';

const brussels = 'Europe/Brussels';
const [monday, sunday] = [1, 7];

describe('The sections of what somebody has before them', () => {
  /** A Wednesday. */
  const now = new Date('2027-03-10T09:00:00Z');
  const from = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
  const named = (
    some: readonly { startsAt: string; endsAt: string }[],
    firstWeekday = monday,
    zone = brussels,
  ) => sections(some, zone, firstWeekday, now).map(({ name, seances }) => [name, seances.length]);

  it('are today, the rest of the week and later, those alone in which there is something', () => {
    const all = ['2027-03-10', '2027-03-11', '2027-03-14', '2027-03-15'].map((day) =>
      from(`${day}T10:00:00Z`, `${day}T11:00:00Z`),
    );

    expect(named(all)).to.deep.equal([
      ['today', 1],
      ['week', 2],
      ['later', 1],
    ]);
    expect(named(all.slice(3))).to.deep.equal([['later', 1]]);
    expect(named([])).to.deep.equal([]);
  });

  it('end the week where the reader ends it', () => {
    const [onSunday] = [from('2027-03-14T10:00:00Z', '2027-03-14T11:00:00Z')];
    expect(named([onSunday], sunday)).to.deep.equal([['later', 1]]);
    expect(named([onSunday], monday)).to.deep.equal([['week', 1]]);
  });

  it('have today also what began before and goes on, and what is over today, but nothing of yesterday', () => {
    const long = from('2027-03-08T08:00:00Z', '2027-03-12T08:00:00Z');
    const morning = from('2027-03-10T06:00:00Z', '2027-03-10T07:00:00Z');
    const untilMidnight = from('2027-03-09T20:00:00Z', '2027-03-09T23:00:00Z');

    expect(named([long, morning, untilMidnight])).to.deep.equal([['today', 2]]);
  });

  it('go by the days of the reader', () => {
    const evening = from('2027-03-10T20:00:00Z', '2027-03-10T21:00:00Z');
    expect(named([evening], monday, 'Asia/Tokyo')).to.deep.equal([['week', 1]]);
    expect(named([evening], monday, 'America/Montreal')).to.deep.equal([['today', 1]]);
  });
});
