import { expect } from 'chai';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import { MarkPost, type SendMarks } from '../../../src/web/attendance/mark-post.js';
import type { PendingMark } from '../../../src/web/attendance/pending-marks.js';
import { RequestFailure } from '../../../src/web/core/request-failure.js';
import { FakePage } from '../fake-page.js';
import { FakeStorage } from './fake-storage.js';
import { slotOf } from './sheets.js';

const start = Date.parse('2026-12-07T09:00:00Z');
const offline = new RequestFailure('offline');

describe('Marks on their way to the server', () => {
  const page = FakePage.forEach();
  FakeStorage.forEach();
  let clock: SinonFakeTimers;
  /** What was sent, by the users of each request. */
  let sent: string[];
  /** What the server says to the next requests; it takes all marks when it says nothing. */
  let answers: (RequestFailure | undefined)[];

  beforeEach(() => {
    clock = useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    sent = [];
    answers = [];
  });

  afterEach(() => clock.restore());

  const post = () => new MarkPost('trainer1', 'seance', send, Date.now);
  const send: SendMarks = (slot, marks) => {
    sent.push(`${slot}: ${marks.map(({ userId }) => userId).join()}`);
    const failure = answers.shift();
    return failure ? Promise.reject(failure) : Promise.resolve(slotOf({ id: slot }));
  };
  const present = (userId: string): PendingMark => ({
    ...{ userId, mark: 'present' },
    at: `${new Date(clock.now).toISOString().slice(0, 19)}Z`,
  });

  it('leave together once the first cannot be taken back any more', async () => {
    const marks = post();
    marks.add(1, [present('a')]);
    marks.add(1, [present('b')]);
    await clock.tickAsync(4_999);
    expect(sent).to.deep.equal([]);
    expect(marks.count).to.equal(2);
    await clock.tickAsync(1);
    expect(sent).to.deep.equal(['1: a,b']);
    expect(marks.count).to.equal(0);
  });

  it('do not leave when they were taken back', async () => {
    const marks = post();
    const made = [present('a')];
    marks.add(1, made);
    marks.withdraw(1, made);
    await clock.tickAsync(60_000);
    expect(sent).to.deep.equal([]);
  });

  it('wait while there is no connection, and are tried again later and later, or when it is back', async () => {
    const marks = post();
    answers = [offline, offline, offline];
    marks.add(1, [present('a')]);
    await clock.tickAsync(5_000);
    expect(marks.isCutOff).to.equal(true);
    await clock.tickAsync(2_000);
    expect(sent).to.have.length(2);
    await clock.tickAsync(2_000);
    expect(sent).to.have.length(2);
    await clock.tickAsync(2_000);
    expect(sent).to.have.length(3);
    page.current.dispatchEvent(new Event('online'));
    await clock.tickAsync(0);
    expect(sent).to.have.length(4);
    expect(marks.isCutOff).to.equal(false);
  });

  it('are kept over a reload, with the time at which they were made', async () => {
    answers = [offline];
    const before = post();
    before.add(2, [present('a')]);
    await clock.tickAsync(5_000);
    before.send = () => new Promise(() => undefined);

    const after = post();
    after.take([1, 2]);
    expect(after.of(2).waiting).to.deep.equal([{ userId: 'a', mark: 'present', at: '2026-12-07T09:00:00Z' }]);
    await clock.tickAsync(0);
    expect(sent).to.deep.equal(['2: a', '2: a']);
    expect(after.count).to.equal(0);
    expect(post().of(2).waiting).to.deep.equal([]);
  });

  it('that the server refuses stay until somebody has seen them, over a reload too', async () => {
    answers = [new RequestFailure('refused', { status: 409, code: 'slot-closed', detail: 'Closed.' })];
    const marks = post();
    marks.add(1, [present('a')]);
    await clock.tickAsync(5_000);
    const again = post();
    again.take([1]);
    const [refused] = again.of(1).refused;
    expect(refused).to.deep.include({ userId: 'a', code: 'slot-closed', reason: 'Closed.' });
    if (refused) again.dismiss(1, refused);
    expect(again.of(1).refused).to.deep.equal([]);
    await clock.tickAsync(60_000);
    expect(sent).to.have.length(1);
  });

  it('are not lost for who has to sign in again', async () => {
    answers = [new RequestFailure('refused', { status: 401 })];
    const marks = post();
    marks.add(1, [present('a')]);
    await clock.tickAsync(5_000);
    expect(marks.isCutOff).to.equal(true);
    await clock.tickAsync(2_000);
    expect(sent).to.deep.equal(['1: a', '1: a']);
    expect(marks.count).to.equal(0);
  });

  it('leave at once when the page is left, and leaving is asked about only when they cannot', async () => {
    const marks = post();
    const leaving = () => {
      const event = new Event('beforeunload', { cancelable: true });
      page.current.dispatchEvent(event);
      return event.defaultPrevented;
    };
    marks.add(1, [present('a')]);
    expect(leaving()).to.equal(false);
    page.current.dispatchEvent(new Event('pagehide'));
    await clock.tickAsync(0);
    expect(sent).to.deep.equal(['1: a']);

    answers = [offline];
    marks.add(1, [present('b')]);
    await clock.tickAsync(5_000);
    expect(leaving()).to.equal(true);
  });

  it('are all sent before something else is done, or that is told', async () => {
    const marks = post();
    marks.add(1, [present('a')]);
    expect(await marks.flush()).to.equal(true);
    answers = [offline];
    marks.add(1, [present('b')]);
    expect(await marks.flush()).to.equal(false);
  });
});
