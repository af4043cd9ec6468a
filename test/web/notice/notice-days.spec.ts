import { expect } from 'chai';
import type { Notice } from '../../../src/web/notice/notice.js';
import { noticeDays } from '../../../src/web/notice/notice-days.js';

const told = (at: string) => ({ id: at, at }) as Notice;

describe('The days of notices', () => {
  it('are those on the clocks of the reader, in the order in which notices come', () => {
    const notices = [
      '2027-03-10T23:30:00Z',
      '2027-03-10T22:30:00Z',
      '2027-03-10T09:00:00Z',
      '2027-03-08T09:00:00Z',
    ].map(told);
    const days = noticeDays(notices, 'Europe/Brussels', new Date('2027-03-11T08:00:00Z'));
    expect(days.map(({ day, isToday, notices: of }) => [day, isToday, of.length])).to.deep.equal([
      ['2027-03-11', true, 1],
      ['2027-03-10', false, 2],
      ['2027-03-08', false, 1],
    ]);
  });
});
