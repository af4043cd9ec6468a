import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { DeliverEvents } from '../../../src/application/event/deliver-events.js';
import { TellHost } from '../../../src/application/event/tell-host.js';
import type { SeanceEvent } from '../../../src/domain/event/seance-event.js';
import { RecordingEventSink } from '../../../src/testing/index.js';
import { Campus } from '../repetition/campus/campus.js';
import { onDatabase } from '../../support/databases.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

onDatabase('What the host hears', (database) => {
  let campus: Campus;
  let sink: RecordingEventSink;

  beforeEach(async () => {
    for (const table of ['seance', 'seance_enrolment', 'seance_event']) await database.knex(table).delete();
    campus = new Campus(database.knex);
    sink = new RecordingEventSink();
  });

  async function heard() {
    const work = new KnexUnitOfWork(database.open, true);
    await new DeliverEvents(work, [new TellHost(sink)], new UuidGenerator(), campus.clock, silent).run();
    return sink.events.map(({ type, actorId, userId }) => [type, actorId, userId]);
  }

  it('is who did it and to whom, by their ids alone; nobody where it was the host or no person', async () => {
    const { id, sessionId } = await campus.create({ enrolmentMode: 'public' });
    await campus.request('POST', `demo/seances/${id}/enrolments`, { userIds: ['learner1'] });
    await campus.plugin.tell({ type: 'learner.left', userId: 'learner1', sessionId });
    await campus.delete(id);

    expect(await heard()).to.deep.equal([
      ['seance.created', 'trainer1', null],
      ['enrolment.enrolled', 'trainer1', 'learner1'],
      ['enrolment.cancelled', null, 'learner1'],
      ['seance.deleted', 'trainer1', null],
    ]);
    for (const event of sink.events) expect(event).to.not.have.any.keys('actor', 'user');
  });

  it('is read for all events of a batch at once', async () => {
    const { id } = await campus.create();
    await campus.delete(id);
    const batches: (readonly string[])[] = [];
    const consumer = {
      open: (batch: readonly SeanceEvent[]) => {
        batches.push(batch.map(({ type, seanceId }) => `${type} ${seanceId}`));
        return Promise.resolve(() => Promise.resolve());
      },
    };
    await new DeliverEvents(
      new KnexUnitOfWork(database.open, true),
      [consumer],
      new UuidGenerator(),
      campus.clock,
      silent,
    ).run();

    expect(batches).to.deep.equal([[`seance.created ${id}`, `seance.deleted ${id}`]]);
  });

  it('says which séance it is about, with its name and times where it is new, gone or back', async () => {
    const { id, spaceId, sessionId, name, startsAt, endsAt } = await campus.create();
    await campus.delete(id);
    await campus.request('POST', `demo/seances/${id}/restore`);
    await heard();

    const outline = { name, startsAt, endsAt, seriesId: null };
    const [created, deleted, restored] = sink.events;
    for (const event of [created, deleted, restored])
      expect(event).to.deep.include({ seanceId: id, spaceId, sessionId, at: campus.clock.now() });
    expect([created?.data, restored?.data]).to.deep.equal([{ ...outline, trainers: [] }, outline]);
    expect(deleted?.data).to.include(outline);
  });

  it('can be read by staff in the history of a séance of their own space, and of no other', async () => {
    const { id } = await campus.create();
    const [own, unknown, elsewhere] = await Promise.all(
      [`demo/seances/${id}`, 'demo/seances/nothing', `other/seances/${id}`].map((path) =>
        campus.request('GET', `${path}/history`),
      ),
    );

    expect([own?.status, unknown?.status, elsewhere?.status]).to.deep.equal([200, 404, 404]);
  });
});
