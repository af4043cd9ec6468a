import { expect } from 'chai';
import { RequestFailure } from '../../../src/web/core/request-failure.js';
import {
  afterRefusal,
  heldFor,
  mergedMarks,
  mostMarks,
  nextMarks,
  nothingPending,
  shownEntries,
  timeToUndo,
  withMarks,
  withoutMarks,
  withoutRefused,
  type PendingMark,
} from '../../../src/web/attendance/pending-marks.js';
import { entryOf, slotOf } from './sheets.js';

const made = Date.parse('2026-12-07T09:00:00Z');
const later = made + timeToUndo;

const present = (userId: string, at = '2026-12-07T09:00:00Z'): PendingMark => ({
  userId,
  mark: 'present',
  at,
});
const waiting = (...marks: readonly PendingMark[]) => withMarks(nothingPending, marks);
const users = (marks: readonly PendingMark[]) => marks.map(({ userId }) => userId);
const refusal = (code: string, ...indexes: readonly number[]) =>
  new RequestFailure('refused', {
    ...{ status: 409, code, detail: 'No.' },
    fields: indexes.map((index) => ({
      ...{ pointer: `/marks/${index}/userId`, code, message: `Not ${index}.` },
    })),
  });

describe('Marks that wait in the page', () => {
  it('are sent in the order in which they were made, once they cannot be taken back any more', () => {
    const pending = waiting(present('a'), present('b', '2026-12-07T09:00:03Z'));
    expect(nextMarks(pending, later - 1, false)).to.deep.equal([]);
    expect(users(nextMarks(pending, later, false))).to.deep.equal(['a']);
    expect(users(nextMarks(pending, later + 3_000, false))).to.deep.equal(['a', 'b']);
  });

  it('are sent at once when the page is left, or its clock was set back', () => {
    const pending = waiting(present('a'), present('b'));
    expect(users(nextMarks(pending, made, true))).to.deep.equal(['a', 'b']);
    expect(heldFor(present('a'), made - 60_000)).to.equal(0);
    expect(users(nextMarks(pending, made - 60_000, false))).to.deep.equal(['a', 'b']);
  });

  it('never overtake each other: who was marked twice is sent twice', () => {
    const pending = waiting(present('a'), present('b'), { ...present('a'), mark: 'absent' }, present('c'));
    const first = nextMarks(pending, later, false);
    expect(users(first)).to.deep.equal(['a', 'b']);
    const second = nextMarks(withoutMarks(pending, first), later, false);
    expect(second.map(({ userId, mark }) => [userId, mark])).to.deep.equal([
      ['a', 'absent'],
      ['c', 'present'],
    ]);
  });

  it('are sent 500 at once', () => {
    const all = Array.from({ length: mostMarks + 1 }, (_, index) => present(String(index)));
    const first = nextMarks(waiting(...all), later, false);
    expect(first).to.have.length(500);
    expect(users(nextMarks(withoutMarks(waiting(...all), first), later, false))).to.deep.equal(['500']);
  });

  it('are refused alone where the server names them, and the others go on waiting', () => {
    const sent = [present('a'), present('b'), present('c')];
    const { waiting: left, refused } = afterRefusal(waiting(...sent), sent, refusal('not-in-roster', 1));
    expect(users(left)).to.deep.equal(['a', 'c']);
    expect(refused).to.deep.equal([{ ...present('b'), code: 'not-in-roster', reason: 'Not 1.' }]);
  });

  it('are refused together where the server names none, and what was not sent waits', () => {
    const sent = [present('a')];
    const pending = waiting(...sent, present('b'));
    const { waiting: left, refused } = afterRefusal(pending, sent, refusal('forbidden'));
    expect(users(left)).to.deep.equal(['b']);
    expect(refused.map(({ reason }) => reason)).to.deep.equal(['No.']);
  });

  it('are all refused once the half-day is closed, also those that were not sent', () => {
    const sent = [present('a')];
    const { waiting: left, refused } = afterRefusal(
      waiting(...sent, present('b')),
      sent,
      refusal('slot-closed'),
    );
    expect(left).to.deep.equal([]);
    expect(users(refused)).to.deep.equal(['a', 'b']);
    const [first] = refused;
    if (!first) throw new Error('Nothing was refused.');
    expect(users(withoutRefused({ waiting: [], refused }, first).refused)).to.deep.equal(['b']);
  });

  it('of another page are kept beside the own, and what went through here does not come back', () => {
    const [gone, other, own] = [present('gone'), present('other'), present('own')];
    const kept = { waiting: [gone, other], refused: [] };
    const merged = mergedMarks(kept, waiting(own), (mark) => mark === gone);
    expect(users(merged.waiting)).to.deep.equal(['other', 'own']);
  });

  it('are shown in the place of what the server knows, the last of somebody at that', () => {
    const slot = slotOf({
      entries: [
        entryOf('a', { mark: 'late', minutes: 5, note: 'Train', correction: true }),
        entryOf('b', { mark: 'absent' }),
      ],
    });
    const [first, second] = shownEntries(slot, waiting(present('a'), { ...present('a'), mark: 'remote' }));
    expect(first).to.deep.include({ mark: 'remote', isWaiting: true });
    expect(first).to.not.have.any.keys('minutes', 'note', 'correction');
    expect(second).to.deep.include({ mark: 'absent', isWaiting: false });
  });
});
