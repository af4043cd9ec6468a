import { expect } from 'chai';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { Repositories } from '../../src/ports/unit-of-work.js';
import { claimedUntil, dueAt } from './many-seances.js';

const token = 'worker';

/** What goes on without a request, each with what it finds. */
export const backgroundWork: Readonly<Record<string, (repositories: Repositories) => Promise<void>>> = {
  'looking for events to deliver': async ({ outbox }) => {
    expect(await outbox.hasDue(dueAt)).to.equal(true);
  },
  'looking for events to deliver when there are none': async ({ outbox }) => {
    expect(await outbox.hasDue('2025-01-01T00:00:00Z' as Instant)).to.equal(false);
  },
  'claiming, delivering and postponing events': async ({ outbox }) => {
    const claimed = await outbox.claim({ token, until: claimedUntil }, dueAt, 500);
    expect(claimed).to.have.length(500);
    const sequences = claimed.map(({ sequence }) => sequence);
    await outbox.complete(token, sequences.slice(0, 400));
    await outbox.postpone(token, sequences.slice(400, 450), claimedUntil);
    await outbox.giveUp(token, sequences.slice(450), dueAt);
    expect(await outbox.givenUp(100)).to.have.length(50);
    expect(await outbox.retryGivenUp(dueAt)).to.equal(50);
  },
  'the removal of what was left of purged séances': async ({ events }) => {
    expect(await events.removeLeft('', claimedUntil, 200)).to.equal(200);
  },
  'looking for whom to remind': async ({ noticeSets }) => {
    const [after, until] = ['2025-01-01T00:00:00Z' as Instant, '2025-01-08T00:00:00Z' as Instant];
    const found = await noticeSets.starting(after, until);
    expect(found.length).to.be.greaterThan(0);
    const origins = found.map(({ id, startsAt }) => `reminder ${id} 1440 ${startsAt}`);
    expect((await noticeSets.begunOf(origins)).size).to.equal(0);
  },
  'how the informations of a séance were received': async ({ notices }) => {
    expect((await notices.receptions('told-10')).get('c')).to.deep.equal({ told: 1, read: 0 });
  },
  'what people were told of one change': async ({ noticeSets }) => {
    expect(await noticeSets.itemsOfChange('change', 'place')).to.deep.equal([]);
  },
  'which changes of séances somebody has not read': async ({ notices }) => {
    expect(await notices.unreadChanges('learner1', ['told-10', 'told-20'])).to.deep.equal([]);
  },
  'looking for half-days whose roster is to be written': async ({ attendance }) => {
    const until = '2025-01-02T00:00:00Z' as Instant;
    const since = { spaceId: '', seanceId: '', startsAt: '2025-01-01T00:00:00Z' as Instant };
    const [first = since] = await attendance.unlisted(since, until, 1);
    expect(first).not.to.equal(since);
    expect(await attendance.unlisted(first, until, 100)).not.to.deep.include(first);
  },
  'looking for queues that stand still': async ({ enrolments }) => {
    const [first = ''] = await enrolments.queuesAfter('', dueAt, '', 1);
    expect(await enrolments.queuesAfter('', dueAt, first, 20)).to.have.length(20);
  },
};
