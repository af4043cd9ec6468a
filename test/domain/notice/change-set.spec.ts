import { expect } from 'chai';
import type { EventType, SeanceEvent } from '../../../src/domain/event/seance-event.js';
import {
  closingOf,
  contributionsOf,
  isOwnDoing,
  joined,
  leftOf,
  type NoticeFacts,
} from '../../../src/domain/notice/change-set.js';
import type { Instant } from '../../../src/domain/time/schedule.js';

const at = '2026-12-01T08:00:00Z' as Instant;

function event(type: EventType, more: Partial<SeanceEvent> = {}): SeanceEvent {
  return {
    ...{ id: 'e', type, at, actor: { id: 'staff', name: 'Staff' }, user: null, data: {} },
    ...{ spaceId: 'space', sessionId: 'session', seanceId: 'seance' },
    ...more,
  };
}

const edited = (before: object, after: object): SeanceEvent =>
  event('seance.edited', { data: { changed: Object.keys(after), before, after } });

const told = (one: SeanceEvent) =>
  contributionsOf(one).map(({ kind, userId, facts }) => ({ kind, userId, ...facts.differences }));

/** What is left to be told of a séance after some events. */
function left(...events: readonly SeanceEvent[]): NoticeFacts['differences'] | undefined {
  const facts = events
    .flatMap((one) => contributionsOf(one).filter(({ kind }) => kind === 'change'))
    .map((one) => one.facts);
  return leftOf(facts.reduce(joined, { differences: {}, actors: [] }))?.differences;
}

describe('What is told of an event', () => {
  it('is another date, time or place, and nothing of what changes beside', () => {
    const moved = edited({ start: '2026-12-01T09:00', name: 'A' }, { start: '2026-12-02T09:00', name: 'B' });
    expect(told(moved)).to.deep.equal([
      { kind: 'change', userId: '', start: { before: '2026-12-01T09:00', after: '2026-12-02T09:00' } },
    ]);
    expect(told(edited({ name: 'A', capacity: 3 }, { name: 'B', capacity: 4 }))).to.deep.equal([]);
    expect(told(edited({ onlineUrl: null }, { onlineUrl: 'https://x.example' }))).to.have.length(1);
  });

  it('is to each trainer that they are one, or no longer', () => {
    const people = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id }));
    expect(told(edited({ trainers: people('a', 'b') }, { trainers: people('b', 'c') }))).to.deep.equal([
      { kind: 'assigned', userId: 'c', trainer: { before: false, after: true } },
      { kind: 'assigned', userId: 'a', trainer: { before: true, after: false } },
    ]);
    expect(told(event('seance.created', { data: { trainers: ['a'] } }))).to.deep.equal([
      { kind: 'assigned', userId: 'a', trainer: { before: false, after: true } },
    ]);
  });

  it('is to a learner what others do to their place, and that they have one, and to trainers who comes and goes', () => {
    const user = { id: 'learner', name: 'Learner' };
    const place = { place: { before: 'waiting', after: 'enrolled' } };
    expect(told(event('enrolment.promoted', { user }))).to.deep.equal([
      { kind: 'place', userId: 'learner', ...place },
      { kind: 'enrolments', userId: 'learner', ...place },
    ]);
    const taken = { userId: 'learner', place: { before: null, after: 'enrolled' } };
    expect(told(event('enrolment.enrolled', { user, actor: user }))).to.deep.equal([
      { kind: 'confirmation', ...taken },
      { kind: 'enrolments', ...taken },
    ]);
    expect(told(event('enrolment.enrolled', { user })).slice(0, 2)).to.deep.equal([
      { kind: 'place', ...taken },
      { kind: 'confirmation', ...taken },
    ]);
    expect(told(event('enrolment.promoted', { user, actor: user }))[0]).to.deep.equal({
      ...{ kind: 'confirmation', userId: 'learner' },
      ...place,
    });
    expect(told(event('enrolment.waiting', { user, actor: user })).map(({ kind }) => kind)).to.deep.equal([
      'enrolments',
    ]);
    expect(told(event('enrolment.cancelled', { user, data: { status: 'waiting' } }))[0]).to.deep.equal({
      ...{ kind: 'place', userId: 'learner', place: { before: 'waiting', after: null } },
    });
    // Somebody who was forgotten.
    expect(told(event('enrolment.cancelled', { user: { id: '', name: '' } }))).to.deep.equal([]);
  });

  it('is an information when it is announced, and nothing when it is not', () => {
    const announce = { to: ['enrolled', 'everybody'] };
    const [contribution] = contributionsOf(event('comment.added', { data: { commentId: 'c', announce } }));
    expect(contribution).to.deep.include({ kind: 'information' });
    expect(contribution?.facts.announced).to.deep.equal([{ commentId: 'c', to: ['enrolled'] }]);
    expect(contributionsOf(event('comment.added', { data: { commentId: 'c' } }))).to.deep.equal([]);
  });
});

describe('Changes of one set', () => {
  it('are told as one, from what was before the first to what is after the last', () => {
    expect(
      left(
        edited({ start: '2026-12-01T09:00' }, { start: '2026-12-02T09:00' }),
        edited(
          { start: '2026-12-02T09:00', locationId: null },
          { start: '2026-12-03T09:00', locationId: 'l' },
        ),
      ),
    ).to.deep.equal({
      start: { before: '2026-12-01T09:00', after: '2026-12-03T09:00' },
      locationId: { before: null, after: 'l' },
    });
  });

  it('are not told when they undo each other', () => {
    const there = edited({ start: '2026-12-01T09:00' }, { start: '2026-12-02T09:00' });
    const back = edited({ start: '2026-12-02T09:00' }, { start: '2026-12-01T09:00' });
    expect(left(there, back)).to.equal(undefined);
    expect(
      left(event('seance.cancelled', { data: { reason: 'Snow' } }), event('seance.reinstated')),
    ).to.equal(undefined);
  });

  it('say nothing more of an information that was deleted again', () => {
    const added = event('comment.added', { data: { commentId: 'c', announce: { to: ['enrolled'] } } });
    const deleted = event('comment.deleted', { data: { commentId: 'c' } });
    const facts = [added, deleted].flatMap(contributionsOf).map((one) => one.facts);
    expect(leftOf(facts.reduce(joined, { differences: {}, actors: [] }))).to.equal(undefined);
  });

  it('are nothing to tell to who did all of them alone', () => {
    const facts = contributionsOf(event('seance.cancelled'))[0]?.facts;
    if (!facts) throw new Error('Nothing is told.');
    expect(isOwnDoing('staff', facts)).to.equal(true);
    expect(isOwnDoing('staff', joined(facts, { differences: {}, actors: ['other'] }))).to.equal(false);
  });

  it('close two minutes after the last of them, ten after the first at the latest, and those of places at once', () => {
    const later = (time: string) => `2026-12-01T08:${time}Z` as Instant;
    expect(closingOf('change', at, later('01:00'))).to.equal(later('03:00'));
    expect(closingOf('change', at, later('09:30'))).to.equal(later('10:00'));
    expect(closingOf('place', at, later('01:00'))).to.equal(later('01:00'));
  });
});
