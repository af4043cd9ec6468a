import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { SeanceEvent } from '../../src/domain/event/seance-event.js';
import { type Instant, shiftInstant } from '../../src/domain/time/schedule.js';
import { onEveryDatabase } from '../support/databases.js';
import { seanceEvent } from '../support/seance-events.js';
import { rejection } from '../support/rejections.js';
import { nextId, noon, seanceRecord, spaceId } from '../support/seance-records.js';

const zoe = { id: 'trainer1', name: 'Zoé Étienne' };
const other = { id: 'Trainer1', name: 'Somebody else' };

onEveryDatabase('EventRepository', (database) => {
  const work = (isHeard = true) => new KnexUnitOfWork(database.open, isHeard);
  const append = (events: readonly SeanceEvent[], isHeard = true) =>
    work(isHeard).write((repositories) => repositories.events.append(events));
  const trailOf = async (seanceId: string, page = 1, size = 100, space = spaceId) =>
    work().read(({ events }) => events.ofSeance(space, seanceId, { page, size }));
  const undelivered = () => work().read(({ outbox }) => outbox.backlog());

  let seanceId: string;
  beforeEach(() => {
    seanceId = nextId();
  });
  afterEach(() => database.knex('seance_event').delete());

  it('gives back what was added, with everything that people write', async () => {
    const event = seanceEvent(seanceId, 'seance.edited', {
      actor: zoe,
      user: { id: 'learner1', name: "L'été 😀 \\ %" },
      data: { before: { name: 'é'.repeat(20_000), capacity: null }, changed: ['name'], '"': [1, true] },
    });
    await append([event]);

    expect(await trailOf(seanceId)).to.deep.equal({ items: [event], total: 1 });
  });

  it('gives them back the latest first, in the order in which they were added, whatever their ids and clocks', async () => {
    const events = ['09', '11', '10'].map((hour, index) =>
      seanceEvent(seanceId, 'enrolment.enrolled', {
        id: `id-${9 - index}`,
        at: `2026-11-23T${hour}:00:00Z` as Instant,
      }),
    );
    await append(events.slice(0, 2));
    await append(events.slice(2));

    const [first, second, third] = events as [SeanceEvent, SeanceEvent, SeanceEvent];
    const behind = { ...third, at: second.at };
    expect((await trailOf(seanceId)).items, 'none is dated before the one before it').to.deep.equal([
      ...[behind, second, first],
    ]);
  });

  it('numbers those of each séance, and goes on above what the version before wrote without numbers', async () => {
    const { seance } = seanceRecord();
    await work().write(({ seances }) => seances.insert([seanceRecord({ id: seance.id })]));
    await database.knex('seance').update({ event_count: 0, last_event_at: null });
    const old = seanceEvent(seance.id, 'seance.created');
    await append([old, seanceEvent(seance.id, 'seance.edited')]);
    await database.knex('seance_event').update({ number: null });
    await database.knex('seance').update({ event_count: 0, last_event_at: null });
    await append([seanceEvent(seance.id, 'seance.edited'), seanceEvent(seanceId, 'seance.edited')]);
    await append([seanceEvent(seance.id, 'seance.deleted')]);

    const numbers = (id: string) =>
      database.knex('seance_event').where({ seance_id: id }).orderBy('sequence').pluck('number');
    expect(await numbers(seance.id)).to.deep.equal([null, null, 3, 4]);
    expect(await numbers(seanceId)).to.deep.equal([1]);
    expect(await database.knex('seance').pluck('event_count')).to.deep.equal([4]);
    expect((await trailOf(seance.id)).items.map(({ type }) => type)).to.deep.equal([
      ...['seance.deleted', 'seance.edited', 'seance.edited', 'seance.created'],
    ]);
  });

  it('orders by number what happened in one second, whatever the order of automatic sequences', async () => {
    const types = ['comment.added', 'comment.edited', 'comment.deleted'] as const;
    await append(types.map((type) => seanceEvent(seanceId, type)));
    const of = (type: string) => database.knex('seance_event').where({ seance_id: seanceId, type });
    // As on a cluster, where each node draws from a range of its own.
    await of('comment.added').increment('sequence', 1_000_000);

    expect((await trailOf(seanceId)).items.map(({ type }) => type)).to.deep.equal(types.toReversed());
    const found = await work().read(({ events }) => events.latest(spaceId, [seanceId], 'comment.deleted'));
    expect(found.get(seanceId)?.type).to.equal('comment.deleted');
  });

  it('keeps the order of more events than one statement takes, and pages through them', async () => {
    const events = Array.from({ length: 1_203 }, (_, index) =>
      seanceEvent(seanceId, 'enrolment.waiting', { data: { index } }),
    );
    await append(events);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => trailOf(seanceId, page, 500)));

    expect(pages.map(({ total }) => total)).to.deep.equal([1_203, 1_203, 1_203, 1_203]);
    expect(pages.flatMap(({ items }) => items)).to.deep.equal(events.toReversed());
  });

  it('gives back only the types that are asked for, and counts those', async () => {
    const types = ['seance.created', 'enrolment.enrolled', 'seance.edited', 'comment.added'] as const;
    const events = types.map((type) => seanceEvent(seanceId, type));
    await append(events);
    const search = { page: 1, size: 10, types: ['seance.created', 'seance.edited'] as const };

    expect(
      await work().read((repositories) => repositories.events.ofSeance(spaceId, seanceId, search)),
    ).to.deep.equal({ items: [events[2], events[0]], total: 2 });
  });

  it('keeps the trails of other séances and spaces apart', async () => {
    await append([seanceEvent(nextId(), 'seance.created'), seanceEvent(seanceId, 'seance.created')]);

    expect((await trailOf(seanceId)).total).to.equal(1);
    expect((await trailOf(seanceId, 1, 10, 'other')).total).to.equal(0);
  });

  it('adds nothing when nothing happened, or when its transaction fails', async () => {
    await append([]);
    const failing = work().write(async ({ events }) => {
      await events.append([seanceEvent(seanceId, 'seance.created')]);
      throw new Error('changed my mind');
    });

    expect(await rejection(failing)).to.have.property('message', 'changed my mind');
    expect((await trailOf(seanceId)).total).to.equal(0);
    expect(await undelivered()).to.deep.equal({ waiting: 0, oldest: null, givenUp: 0 });
  });

  it('lets events wait for a delivery only when somebody is to be told', async () => {
    await append([seanceEvent(seanceId, 'seance.created')], false);
    expect((await undelivered()).waiting).to.equal(0);
    await append([seanceEvent(seanceId, 'seance.edited')]);
    expect((await undelivered()).waiting).to.equal(1);
  });

  it('takes a forgotten user out of what they did, of what was done to them, and of what edits say of trainers', async () => {
    const trainers = { before: { trainers: [zoe, other] }, after: { trainers: [zoe], name: 'trainer1' } };
    const events = [
      seanceEvent(seanceId, 'seance.edited', { actor: zoe, data: trainers }),
      seanceEvent(seanceId, 'enrolment.enrolled', { actor: other, user: zoe }),
      seanceEvent(seanceId, 'enrolment.enrolled', { actor: zoe, user: other }),
      seanceEvent(seanceId, 'seance.deleted', { data: { reason: 'host' } }),
    ];
    await append(events);
    await work().write((repositories) => repositories.events.forgetUser('trainer1'));

    const nobody = { id: '', name: '' };
    const [edited, about, by, deleted] = (await trailOf(seanceId)).items.toReversed();
    expect([edited?.actor, about?.user, by?.actor]).to.deep.equal([nobody, nobody, nobody]);
    expect([about?.actor, by?.user]).to.deep.equal([other, other]);
    expect(edited?.data).to.deep.equal({
      before: { trainers: [nobody, other] },
      after: { trainers: [nobody], name: 'trainer1' },
    });
    expect(deleted).to.deep.equal(events[3]);
  });

  describe('the trails of purged séances', () => {
    const purged = (space: string, ids: readonly string[], at = noon) =>
      work().write(({ events }) => events.removeOf(space, ids, at));
    const removeLeft = (before: Instant, limit = 10) =>
      work().write(({ events }) => events.removeLeft('', before, limit));
    const later = (seconds: number) => shiftInstant(noon, seconds);

    it('go, but for what is still to be delivered or was given up, and those of no others', async () => {
      const kept = nextId();
      await append([seanceEvent(seanceId, 'seance.created'), seanceEvent(kept, 'seance.created')], false);
      const [due, givenUp] = [
        seanceEvent(seanceId, 'seance.edited'),
        seanceEvent(seanceId, 'seance.deleted'),
      ];
      await append([due, givenUp]);
      await giveUp(givenUp);
      await purged('other', [seanceId, kept]);
      expect((await trailOf(seanceId)).total).to.equal(3);
      await purged(spaceId, [seanceId]);

      expect((await trailOf(seanceId)).items).to.deep.equal([givenUp, due]);
      expect((await trailOf(kept)).total).to.equal(1);
      expect(await undelivered()).to.deep.equal({ waiting: 1, oldest: noon, givenUp: 1 });
    });

    it('lose what was left when it waits no more and was left long ago, and neither before', async () => {
      const [one, given] = [seanceEvent(seanceId, 'seance.edited'), seanceEvent(seanceId, 'seance.deleted')];
      const [due, there] = [seanceEvent(nextId(), 'seance.edited'), seanceEvent(nextId(), 'seance.edited')];
      await append([one, given, due, there]);
      await giveUp(given);
      await purged(spaceId, [seanceId, due.seanceId], later(10));
      for (const event of [one, there])
        await database.knex('seance_event').where({ id: event.id }).update({ due_at: null });

      expect(await removeLeft(later(10)), 'purged at that moment').to.equal(0);
      expect(await removeLeft(later(11), 1)).to.equal(1);
      expect(await removeLeft(later(11))).to.equal(1);
      expect(await removeLeft(later(11))).to.equal(0);
      expect(await database.knex('seance_event').orderBy('sequence').pluck('id')).to.deep.equal([
        ...[due.id, there.id],
      ]);
    });

    const giveUp = ({ id }: SeanceEvent) =>
      database.knex('seance_event').where({ id }).update({ due_at: null, given_up_at: noon });
  });
});
