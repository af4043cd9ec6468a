import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { type Instant, shiftInstant } from '../../src/domain/time/schedule.js';
import type { DueEvent, OutboxRepository } from '../../src/ports/event-repository.js';
import { onEveryDatabase, onMysql, type TestDatabase } from '../support/databases.js';
import { seanceEvent } from '../support/seance-events.js';
import { latch, letOthersRun } from '../support/latch.js';
import { nextId, noon } from '../support/seance-records.js';

const token = 'worker';
const after = (seconds: number): Instant => shiftInstant(noon, seconds);

/** What happens to an outbox, with the séances by letters and their events by the order in which they were added. */
function outboxOf(database: TestDatabase) {
  const work = () => new KnexUnitOfWork(database.open, true);
  const seances = new Map<string, string>();
  const titles = new Map<string, string>();
  const titlesOf = (events: readonly DueEvent[]) => events.map(({ event }) => titles.get(event.id));
  const change = <T>(use: (outbox: OutboxRepository) => Promise<T>) =>
    work().write(({ outbox }) => use(outbox));
  return {
    work,
    titlesOf,
    change,
    hasDue: (now: Instant) => work().read(({ outbox }) => outbox.hasDue(now)),
    backlog: () => work().read(({ outbox }) => outbox.backlog()),
    /** Events of these séances, such as `a1 a2 b1`, in this order. */
    add: (line: string) =>
      work().write(({ events }) =>
        events.append(
          line.split(' ').map((title) => {
            const letter = title.charAt(0);
            seances.set(letter, seances.get(letter) ?? nextId());
            const event = seanceEvent(seances.get(letter) ?? '', 'seance.edited');
            titles.set(event.id, title);
            return event;
          }),
        ),
      ),
    claim: (now = noon, limit = 100) =>
      change((outbox) => outbox.claim({ token, until: shiftInstant(now, 60) }, now, limit)),
  };
}

const sequences = (events: readonly DueEvent[]) => events.map(({ sequence }) => sequence);

onEveryDatabase('OutboxRepository', (database) => {
  const { work, add, claim, change, hasDue, titlesOf, backlog } = outboxOf(database);

  afterEach(() => database.knex('seance_event').delete());

  it('hands over what is due, the oldest first, and to nobody else before the claim has run out', async () => {
    await add('a1 b1 a2');
    expect(await hasDue(noon)).to.equal(true);
    expect(titlesOf(await claim())).to.deep.equal(['a1', 'b1', 'a2']);

    expect(await hasDue(after(59))).to.equal(false);
    expect(await claim(after(59))).to.deep.equal([]);
    const again = await claim(after(60));
    expect(titlesOf(again)).to.deep.equal(['a1', 'b1', 'a2']);
    expect(again.map(({ attempts }) => attempts)).to.deep.equal([1, 1, 1]);
  });

  it('is empty once all is delivered', async () => {
    await add('a1 a2');
    const claimed = await claim();
    await change((outbox) => outbox.complete(token, sequences(claimed).slice(0, 1)));
    expect(await backlog()).to.deep.equal({ waiting: 1, oldest: noon, givenUp: 0 });
    await change((outbox) => outbox.complete(token, sequences(claimed)));

    expect(await claim(after(3_600))).to.deep.equal([]);
    expect(await backlog()).to.deep.equal({ waiting: 0, oldest: null, givenUp: 0 });
  });

  it('takes no more than it is asked for, and goes on where it stopped once that is delivered', async () => {
    await add('a1 a2 a3 b1');
    const first = await claim(noon, 2);
    expect(titlesOf(first)).to.deep.equal(['a1', 'a2']);
    expect(titlesOf(await claim(noon, 2)), 'a3 comes after what is claimed').to.deep.equal(['b1']);
    await change((outbox) => outbox.complete(token, sequences(first)));

    expect(titlesOf(await claim(noon, 2))).to.deep.equal(['a3']);
  });

  it('holds the later events of a séance back while an earlier one is postponed, and those of no other', async () => {
    await add('a1 b1');
    const [a1] = await claim(noon, 1);
    await change((outbox) => outbox.postpone(token, [a1?.sequence ?? 0], after(10)));
    await add('a2 a3');

    expect(titlesOf(await claim(after(9)))).to.deep.equal(['b1']);
    expect(await hasDue(after(9))).to.equal(false);
    expect(titlesOf(await claim(after(10)))).to.deep.equal(['a1', 'a2', 'a3']);
  });

  it('lets no séance starve because of another that has more blocked events than are asked for', async () => {
    await add('a1');
    const [a1] = await claim();
    await change((outbox) => outbox.postpone(token, [a1?.sequence ?? 0], after(600)));
    await add(`${Array.from({ length: 50 }, (_, index) => `a${index + 2}`).join(' ')} b1`);

    expect(titlesOf(await claim(after(1), 10))).to.deep.equal(['b1']);
    // Those that were added later are due since earlier: the head of their séance comes first all the same.
    expect(titlesOf(await claim(after(600), 2))).to.deep.equal(['a1', 'a2']);
  });

  it('does not count the claim of what was given back untried', async () => {
    await add('a1 a2');
    const claimed = await claim();
    await change(async (outbox) => {
      await outbox.postpone(token, sequences(claimed).slice(0, 1), after(1));
      await outbox.release(token, sequences(claimed).slice(1), after(1));
    });

    expect((await claim(after(1))).map(({ attempts }) => attempts)).to.deep.equal([1, 0]);
  });

  it('sets aside what is given up, visibly, and no longer holds back what comes after', async () => {
    await add('a1 a2');
    const [a1, a2] = await claim();
    await change(async (outbox) => {
      await outbox.giveUp(token, [a1?.sequence ?? 0], noon);
      await outbox.release(token, [a2?.sequence ?? 0], noon);
    });

    expect(await backlog()).to.deep.equal({ waiting: 1, oldest: noon, givenUp: 1 });
    expect(titlesOf(await claim())).to.deep.equal(['a2']);
  });

  it('makes what was given up due again, as if it had never been tried, and nothing else', async () => {
    await add('a1 b1 c1');
    const [a1, b1] = await claim(noon, 2);
    await change(async (outbox) => {
      await outbox.giveUp(token, [a1?.sequence ?? 0], noon);
      await outbox.complete(token, [b1?.sequence ?? 0]);
    });

    expect(await change((outbox) => outbox.retryGivenUp(after(5)))).to.equal(1);
    expect(await change((outbox) => outbox.retryGivenUp(after(5)))).to.equal(0);
    expect((await backlog()).givenUp).to.equal(0);
    const again = await claim(after(5));
    expect(titlesOf(again)).to.deep.equal(['a1', 'c1']);
    expect(again.map(({ attempts }) => attempts)).to.deep.equal([0, 0]);
  });

  it('lists what was given up, the latest first, as many as are asked for', async () => {
    await add('a1 b1 c1 d1');
    const [a1, b1, c1] = await claim(noon, 3);
    await change(async (outbox) => {
      await outbox.giveUp(token, [b1?.sequence ?? 0], after(2));
      await outbox.giveUp(token, [a1?.sequence ?? 0, c1?.sequence ?? 0], after(1));
    });
    const listed = (limit: number) => work().read(({ outbox }) => outbox.givenUp(limit));

    expect(await listed(10)).to.deep.equal([
      { at: after(2), event: b1?.event },
      { at: after(1), event: c1?.event },
      { at: after(1), event: a1?.event },
    ]);
    expect(await listed(1)).to.have.length(1);
  });

  it('changes nothing for a worker that comes when its claim has run out and somebody else has the events', async () => {
    await add('a1 a2 a3 a4');
    const [a1, a2, a3, a4] = sequences(await claim());
    const again = { token: 'another', until: after(3_600) };
    expect(await change((outbox) => outbox.claim(again, after(60), 10))).to.have.length(4);
    await change(async (outbox) => {
      await outbox.complete(token, [a1 ?? 0]);
      await outbox.postpone(token, [a2 ?? 0], after(61));
      await outbox.release(token, [a3 ?? 0], after(61));
      await outbox.giveUp(token, [a4 ?? 0], after(61));
    });

    expect(await backlog()).to.deep.equal({ waiting: 4, oldest: noon, givenUp: 0 });
    expect(await hasDue(after(3_599))).to.equal(false);
    expect(titlesOf(await claim(after(3_600)))).to.deep.equal(['a1', 'a2', 'a3', 'a4']);
  });

  it('does nothing for no events', async () => {
    await add('a1');
    await change(async (outbox) => {
      for (const of of [
        outbox.complete(token, []),
        outbox.postpone(token, [], noon),
        outbox.release(token, [], noon),
        outbox.giveUp(token, [], noon),
      ])
        await of;
    });

    expect(await backlog()).to.deep.equal({ waiting: 1, oldest: noon, givenUp: 0 });
  });
});

onMysql('OutboxRepository, asked by several at once', (database) => {
  const { work, add, claim, titlesOf } = outboxOf(database);

  it('hands nothing over twice, nor out of order', async () => {
    await add('a1 a2 b1 b2');
    const [claimed, committed] = [latch(), latch()];
    const first = work().write(async ({ outbox }) => {
      const events = await outbox.claim({ token: 'first', until: after(60) }, noon, 1);
      claimed.open();
      await committed.opened;
      return titlesOf(events);
    });
    await claimed.opened;
    const second = claim();
    await letOthersRun();
    committed.open();

    expect(await first).to.deep.equal(['a1']);
    expect(titlesOf(await second), 'a2 comes after a1').to.deep.equal(['b1', 'b2']);
    expect(await claim()).to.deep.equal([]);
  });
});
