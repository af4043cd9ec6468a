import { expect } from 'chai';
import fc from 'fast-check';
import type { AttendanceEntry } from '../../../src/domain/attendance/entry.js';
import { rollOf, sharedDevices, stateOfSlot } from '../../../src/domain/attendance/roll.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';

const noon = '2026-11-23T11:00:00Z' as Instant;

function entry(number: number, parts: Partial<AttendanceEntry> = {}): AttendanceEntry {
  return {
    ...{ seanceId: 'seance', slot: 1, number, kind: 'mark', user: { id: 'ada', name: 'Ada' } },
    ...{ by: { id: 'trainer', name: 'Zoé' }, mark: 'present', minutes: null, note: '', source: 'staff' },
    ...{ at: noon, writtenAt: noon, isClockWrong: false, isSigned: false, signature: null },
    ...{ device: '', ticket: '' },
    ...parts,
  };
}

describe('What holds for somebody in a half-day', () => {
  it('is what was said last by the clocks of those who said it, and of the same second what was written last', () => {
    const roll = rollOf([
      entry(1, { kind: 'roster', mark: null }),
      entry(2, { mark: 'late', at: shiftInstant(noon, 60) }),
      entry(3, { mark: 'absent' }),
      entry(4, { mark: 'remote' }),
    ]);
    const ada = roll.get('ada');
    expect([ada?.current?.mark, ada?.earlier.map(({ mark }) => mark)]).to.deep.equal([
      'late',
      ['remote', 'absent'],
    ]);
  });

  it('is a correction before any mark, and the last of several', () => {
    const roll = rollOf([
      entry(1, { at: shiftInstant(noon, 3_600) }),
      entry(2, { kind: 'correction', mark: 'absent', at: shiftInstant(noon, 60) }),
      entry(3, { kind: 'correction', mark: 'excused' }),
    ]);
    expect(roll.get('ada')?.current?.mark).to.equal('excused');
  });

  it('keeps who signed, whichever mark holds, and is nothing for who was forgotten, or closed', () => {
    const roll = rollOf([
      entry(1, { isSigned: true, source: 'self' }),
      entry(2, { mark: 'absent' }),
      entry(3, { user: { id: '', name: '' } }),
      entry(4, { kind: 'close', user: { id: 'trainer', name: 'Zoé' }, isSigned: true }),
    ]);
    expect([...roll.keys()]).to.deep.equal(['ada']);
    expect(roll.get('ada')?.signed?.number).to.equal(1);
  });

  it('is the same in whatever order marks with other times were written', () => {
    const marks = [0, 1, 2, 3].map((minute) => ({ at: shiftInstant(noon, minute * 60), note: `${minute}` }));
    fc.assert(
      fc.property(fc.shuffledSubarray(marks, { minLength: 1 }), (some) => {
        const roll = rollOf(some.map((one, index) => entry(index + 1, one)));
        const last = [...some].sort((one, other) => (one.at < other.at ? 1 : -1));
        const ada = roll.get('ada');
        expect([ada?.current, ...(ada?.earlier ?? [])].map((one) => one?.note)).to.deep.equal(
          last.map(({ note }) => note),
        );
      }),
    );
  });
});

describe('A device', () => {
  it('is shared when two people checked in with it, not when one did twice or without any', () => {
    const user = (id: string) => ({ user: { id, name: id } });
    const shared = sharedDevices([
      entry(1, { ...user('ada'), device: 'phone' }),
      entry(2, { ...user('ada'), device: 'tablet' }),
      entry(3, { ...user('ada'), device: 'tablet' }),
      entry(4, { ...user('leo'), device: 'phone' }),
      entry(5, user('lea')),
      entry(6, user('max')),
    ]);
    expect([...shared].sort()).to.deep.equal(['ada', 'leo']);
  });
});

describe('A half-day', () => {
  it('is open from a quarter of an hour before its start until it is closed', () => {
    const state = (closedAt: Instant | null, seconds: number) =>
      stateOfSlot({ startsAt: noon, closedAt }, shiftInstant(noon, seconds));
    expect([state(null, -901), state(null, -900), state(null, 86_400), state(noon, -900)]).to.deep.equal([
      ...['not-open', 'open', 'open', 'closed'],
    ]);
  });
});
