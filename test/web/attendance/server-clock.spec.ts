import { expect } from 'chai';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import { ServerClock } from '../../../src/web/attendance/server-clock.js';

const start = Date.parse('2026-12-07T09:00:00Z');

describe('The clock of the server', () => {
  let clock: SinonFakeTimers;

  beforeEach(() => {
    clock = useFakeTimers({ now: start, toFake: ['Date'] });
  });

  afterEach(() => clock.restore());

  const answer = (date?: string) => ({ headers: new Headers(date === undefined ? {} : { date }) });

  it('is that of the page until an answer tells it, and goes on from there', () => {
    const server = new ServerClock();
    expect(server.now()).to.equal(start);
    server.hear(answer('Mon, 07 Dec 2026 09:01:30 GMT'));
    clock.tick(5_000);
    expect(server.now()).to.equal(start + 95_000);
    server.hear(answer('Sun, 06 Dec 2026 09:00:00 GMT'));
    expect(server.now()).to.equal(start - 24 * 3_600_000);
  });

  it('is that of the page where the two differ by what an answer takes', () => {
    const server = new ServerClock();
    server.hear(answer('Mon, 07 Dec 2026 08:00:00 GMT'));
    server.hear(answer('Mon, 07 Dec 2026 08:59:59 GMT'));
    expect(server.now()).to.equal(start);
  });

  it('stays as it is known after an answer that does not tell it', () => {
    const server = new ServerClock();
    server.hear(answer('Mon, 07 Dec 2026 09:01:30 GMT'));
    for (const nothing of [undefined, '', 'soon']) server.hear(answer(nothing));
    expect(server.now()).to.equal(start + 90_000);
  });
});
