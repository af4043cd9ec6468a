import { expect } from 'chai';
import { calendar, readCalendar } from '../../support/calendar-files.js';

describe('The versions of an event', () => {
  const version = (day: number, more = '', uid = '1') =>
    `UID:${uid}\nSUMMARY:v${day}\nDTSTART;VALUE=DATE:202611${day}${more && `\n${more}`}`;
  const read = (...events: readonly string[]) => {
    const found = readCalendar(calendar(...events));
    return [
      found?.days.map(({ name }) => name),
      found?.skipped.map(({ name, reason }) => `${name} ${reason}`),
    ];
  };

  it('takes the highest SEQUENCE, wherever it stands, and names the others', () => {
    expect(read(version(11, 'SEQUENCE:10'), version(12, 'SEQUENCE:9'))).to.deep.equal([
      ['v11'],
      ['v12 superseded'],
    ]);
    expect(read(version(11), version(12, 'SEQUENCE:1'))).to.deep.equal([['v12'], ['v11 superseded']]);
  });

  it('takes the last modified of the same SEQUENCE, and the last in the file of the same time', () => {
    const modified = 'DTSTAMP:20260101T000000Z\nLAST-MODIFIED:20260901T000000Z';
    expect(read(version(11, modified), version(12, 'DTSTAMP:20260801T000000Z'))).to.deep.equal([
      ['v11'],
      ['v12 superseded'],
    ]);
    expect(read(version(11), version(12))).to.deep.equal([['v12'], ['v11 superseded']]);
  });

  it('closes nothing when the highest is cancelled, and something when it is taken back', () => {
    const cancelled = 'SEQUENCE:1\nSTATUS:CANCELLED';
    expect(read(version(11), version(11, cancelled))[0]).to.deep.equal([]);
    expect(read(version(11, cancelled), version(12, 'SEQUENCE:2'))[0]).to.deep.equal(['v12']);
  });

  it('keeps apart what has no UID, and what has another', () => {
    expect(
      read(version(11), version(12, '', '2'), 'SUMMARY:x\nDTSTART:20261111', 'SUMMARY:y\nDTSTART:20261111'),
    ).to.deep.equal([['v11', 'v12', 'x', 'y'], []]);
  });
});
