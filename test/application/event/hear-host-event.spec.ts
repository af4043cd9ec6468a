import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import type { HostEvent } from '../../../src/index.js';
import { person } from '../../../src/testing/index.js';
import { type Answer, seances } from '../../support/api.js';
import { currentSession, nextSession, today } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';
import { contentsOf } from '../../support/table-contents.js';

const open = { enrolmentMode: 'public' };
const names = ['Quentin', 'Départ'] as const;

onHttp('What the host tells', (scene) => {
  const { database } = scene;
  const contents = () => contentsOf(database.knex);
  const tell = (event: HostEvent) => scene.plugin.tell(event);
  const gone = () => tell({ type: 'user.gone', userId: 'quitter' });
  const enrol = (id: string, as: string) =>
    ok(scene.api.send('PUT', `${seances}/${id}/enrolments/me`, { as }));
  const get = async (id: string, as = 'trainer1') =>
    (await scene.api.get<SeanceView>(`${seances}/${id}`, { as })).body;
  const placeOf = async (id: string, as: string) => (await get(id, as)).myEnrolment?.status ?? null;

  beforeEach(async () => {
    for (const table of Object.keys(await contents())) await database.knex(table).delete();
    for (const session of [currentSession, nextSession])
      scene.host
        .withLearner(session, person('quitter', ...names))
        .withTrainer(session, person('quitter', ...names));
  });

  describe('that a user is gone', () => {
    it('frees their places, those of past and deleted séances among them, and moves the queues', async () => {
      const [coming, waited, deleted] = [
        await scene.api.created({ ...open, capacity: 1 }),
        await scene.api.created({ ...open, capacity: 1 }),
        await scene.api.created(open),
      ];
      for (const learner of ['quitter', 'learner1', 'learner2']) await enrol(coming.id, learner);
      for (const learner of ['learner1', 'quitter', 'learner2']) await enrol(waited.id, learner);
      await enrol(deleted.id, 'quitter');
      await scene.api.delete(`${seances}/${deleted.id}`);
      await gone();

      expect([await placeOf(coming.id, 'learner1'), await placeOf(coming.id, 'learner2')]).to.deep.equal([
        'enrolled',
        'waiting',
      ]);
      expect((await get(waited.id, 'learner2')).myEnrolment).to.deep.equal({
        status: 'waiting',
        position: 1,
      });
      expect(await get(coming.id)).to.include({ enrolledCount: 1, waitingCount: 1 });
      await ok(scene.api.send('POST', `${seances}/${deleted.id}/restore`));
      expect((await get(deleted.id)).enrolledCount).to.equal(0);
    });

    it('moves the queue of a past séance no more, and finds fault with nothing', async () => {
      const { id } = await scene.api.created({
        ...open,
        capacity: 1,
        start: '2026-11-23T12:00',
        end: '2026-11-23T18:00',
      });
      for (const learner of ['quitter', 'learner1']) await enrol(id, learner);
      scene.clock.advance(3_600);
      await gone();

      expect(await placeOf(id, 'learner1')).to.equal('waiting');
      expect(await get(id)).to.include({ enrolledCount: 0, waitingCount: 1 });
      scene.clock.advance(-3_600);
      expect(scene.clock.now()).to.equal(today);
    });

    it('leaves neither their id nor their name anywhere', async () => {
      await leaveTraces();
      const before = JSON.stringify(await contents());
      for (const trace of ['quitter', ...names, 'depart']) expect(before).to.include(trace);
      await gone();

      const after = await contents();
      for (const [table, rows] of Object.entries(after))
        for (const trace of ['quitter', ...names, 'depart', 'quentin'])
          expect(JSON.stringify(rows), table).to.not.include(trace);
      expect(after.seance_comment).to.have.length(1);
      expect(after.seance_feed).to.have.length(0);
    });

    it('leaves what is not theirs as it was', async () => {
      scene.host.withLearner(currentSession, person('Quitter', 'Other', 'Person'));
      const other = await scene.api.created({ ...open, trainerIds: ['trainer1', 'trainer2'] });
      for (const learner of ['Quitter', 'learner1']) await enrol(other.id, learner);
      await ok(scene.api.post(`${seances}/${other.id}/comments`, { content: '<p>À 10 h</p>' }));
      await ok(scene.api.post('/api/v1/me/feed', undefined, { as: 'Quitter' }));
      const before = await contents();
      await gone();

      expect(await contents()).to.deep.equal(before);
    });

    it('changes nothing when it is told again', async () => {
      await leaveTraces();
      await gone();
      const before = await contents();
      await gone();

      expect(await contents()).to.deep.equal(before);
    });

    it('goes through more séances than one transaction takes', async () => {
      const first = await scene.api.created({ ...open, trainerIds: ['quitter'] });
      await ok(
        scene.api.post(`${seances}/${first.id}/repetitions`, {
          weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
          weeks: 18,
        }),
      );
      const ids = (await database.knex('seance').pluck('id')) as string[];
      for (const id of ids) await enrol(id, 'quitter');
      expect(ids.length).to.be.greaterThan(100);
      await gone();

      expect(await database.knex('seance_enrolment')).to.deep.equal([]);
      expect(await database.knex('seance').max({ most: 'enrolled_count' })).to.deep.equal([{ most: 0 }]);
      expect(await database.knex('seance_trainer')).to.deep.equal([]);
      const told = await events('enrolment.cancelled');
      expect(told.length).to.equal(ids.length);
      for (const { data } of told) expect(JSON.stringify(data)).to.include('user-gone');
    });

    /** As much of a person as the plugin ever keeps. */
    async function leaveTraces(): Promise<void> {
      const { api, host } = scene;
      host.permissions.makeAdministrator('quitter');
      const as = 'quitter';
      const one = await api.created({ ...open, trainerIds: ['quitter'] });
      const made = await ok<SeanceView>(
        api.post(seances, { name: 'S', start: '2026-12-01T09:00', end: '2026-12-01T10:30', ...open }, { as }),
      );
      await ok(api.patch(`${seances}/${made.body.id}`, { trainerIds: ['trainer2', 'quitter'] }));
      await ok(api.patch(`${seances}/${made.body.id}`, { trainerIds: ['trainer2'] }));
      const deleted = await api.created({ trainerIds: ['quitter'] });
      await ok(api.delete(`${seances}/${deleted.id}`, { as }));
      await enrol(one.id, 'quitter');
      await ok(api.post(`${seances}/${one.id}/comments`, { content: '<p>À 10 h</p>' }, { as }));
      await ok(api.post('/api/v1/me/feed', undefined, { as }));
      await ok(api.send('PUT', '/api/v1/admin/settings', { as, json: { retentionDays: 12 } }));
    }
  });

  describe('that a learner has left a session', () => {
    const left = () => tell({ type: 'learner.left', sessionId: currentSession, userId: 'quitter' });

    it('takes them out of its séances that have not begun, and of no others, and moves the queue', async () => {
      const when = { start: '2026-11-23T12:00', end: '2026-11-23T18:00' };
      const [coming, begun] = [
        await scene.api.created({ ...open, capacity: 1 }),
        await scene.api.created({ ...open, ...when }),
      ];
      const elsewhere = await scene.api.created(open, `${seances}?session=${nextSession}`);
      for (const { id } of [coming, begun, elsewhere]) await enrol(id, 'quitter');
      await enrol(coming.id, 'learner1');
      scene.clock.advance(3_600);
      await left();
      scene.clock.advance(-3_600);

      const places = await Promise.all([coming, begun, elsewhere].map(({ id }) => placeOf(id, 'quitter')));
      expect(places).to.deep.equal([null, 'enrolled', 'enrolled']);
      expect(await placeOf(coming.id, 'learner1')).to.equal('enrolled');
      const [event] = await events('enrolment.cancelled');
      expect(event).to.include({ seance_id: coming.id, user_id: 'quitter', actor_id: null });
      expect(String(event?.['data'])).to.include('left-session');
    });

    it('changes nothing when it is told again, or is not so', async () => {
      const { id } = await scene.api.created(open);
      await enrol(id, 'learner1');
      await enrol(id, 'quitter');
      await left();
      const before = await contents();
      await left();
      await tell({ type: 'learner.left', sessionId: nextSession, userId: 'learner1' });
      await tell({ type: 'learner.left', sessionId: 'nowhere', userId: 'nobody' });

      expect(await contents()).to.deep.equal(before);
    });
  });

  it('that a learner has joined writes nothing: automatic séances have them, and no others', async () => {
    const [automatic, manual] = [
      await scene.api.created({ enrolmentMode: 'automatic' }),
      await scene.api.created({ enrolmentMode: 'manual' }),
    ];
    const [before, { enrolledCount }] = [await contents(), await get(automatic.id)];
    scene.host.withLearner(currentSession, person('newcomer', 'New', 'Comer'));
    await tell({ type: 'learner.joined', sessionId: currentSession, userId: 'newcomer' });

    expect(await contents()).to.deep.equal(before);
    expect((await get(automatic.id)).enrolledCount).to.equal(enrolledCount + 1);
    expect([await placeOf(automatic.id, 'newcomer'), await placeOf(manual.id, 'newcomer')]).to.deep.equal([
      'enrolled',
      null,
    ]);
    scene.host.directory.removeLearner(currentSession, 'newcomer');
  });

  describe('that a user is called otherwise', () => {
    const renamed = () =>
      tell({
        type: 'user.renamed',
        userId: 'quitter',
        name: 'Zoé Neuve',
        firstName: 'Zoé',
        lastName: 'Neuve',
      });

    it('shows the new name, finds it, and finds the old one no more', async () => {
      const { id } = await scene.api.created({ ...open, trainerIds: ['quitter', 'trainer1'] });
      await enrol(id, 'quitter');
      const { version } = await get(id);
      await renamed();

      expect((await get(id)).trainers[0]).to.deep.equal({ id: 'quitter', name: 'Zoé Neuve' });
      expect((await get(id)).version).to.equal(version);
      for (const [q, total] of [
        ['zoe neuve', 1],
        ['depart', 0],
      ] as const) {
        for (const list of [`${seances}?q=${q}`, `${seances}/${id}/enrolments?q=${q}`])
          expect((await scene.api.get<{ total: number }>(list)).body.total, list).to.equal(total);
      }
    });

    it('reaches deleted séances, which may come back', async () => {
      const { id } = await scene.api.created({ trainerIds: ['quitter'] });
      await scene.api.delete(`${seances}/${id}`);
      await renamed();
      await ok(scene.api.send('POST', `${seances}/${id}/restore`));

      for (const [q, total] of [
        ['neuve', 1],
        ['depart', 0],
      ] as const)
        expect((await scene.api.get<{ total: number }>(`${seances}?q=${q}`)).body.total, q).to.equal(total);
    });

    it('changes nothing else, and nothing when it is told again', async () => {
      const other = await scene.api.created({ ...open, trainerIds: ['trainer1'] });
      for (const learner of ['learner1', 'learner2']) await enrol(other.id, learner);
      const before = await contents();
      await renamed();
      expect(await contents()).to.deep.equal(before);

      const theirs = await scene.api.created({ ...open, trainerIds: ['quitter'] });
      await enrol(theirs.id, 'quitter');
      await renamed();
      const after = await contents();
      await renamed();
      expect(await contents()).to.deep.equal(after);
    });
  });

  for (const [title, event] of [
    ['a session', { type: 'session.gone', sessionId: nextSession }],
    ['a space', { type: 'space.gone', spaceId: 'other' }],
  ] as const) {
    describe(`that ${title} is gone`, () => {
      const theirs =
        event.type === 'session.gone' ? `${seances}?session=${nextSession}` : '/api/v1/spaces/other/seances';
      const at = theirs.split('?')[0];

      it('removes all that was in it, for good, and leaves everything else as it was', async () => {
        const kept = await fill(seances);
        const before = await contents();
        const [one, other] = await fill(theirs);
        await scene.api.delete(`${at}/${other?.id}`);
        await tell(event);

        const after = await contents();
        expect({ ...after, seance_event: [] }).to.deep.equal({ ...before, seance_event: [] });
        expect((await scene.api.get(`${at}/${one?.id}`)).status).to.equal(404);
        expect((await scene.api.send('POST', `${at}/${other?.id}/restore`)).status).to.equal(404);
        expect((await get(kept[0]?.id ?? '')).enrolledCount).to.equal(1);
      });

      it('tells the host once of each séance that it had not deleted itself, however often it is told', async () => {
        const [one, other] = await fill(theirs);
        await scene.api.delete(`${at}/${other?.id}`);
        await delivered();
        await tell(event);
        await tell(event);
        await delivered();

        const deletions = scene.host.events.events.filter(({ type }) => type === 'seance.deleted');
        const of = (seance: SeanceView | undefined) =>
          deletions.filter(({ seanceId }) => seanceId === seance?.id);
        expect(of(one).map(({ actorId, data }) => [actorId, data['reason']])).to.deep.equal([[null, 'host']]);
        expect(of(other)).to.have.length(1);
      });

      it('leaves none of its trail behind but what the host is still to hear', async () => {
        await fill(theirs);
        await delivered();
        await tell(event);

        const left = (await contents()).seance_event.map(({ type }) => type);
        expect(new Set(left)).to.deep.equal(new Set(['seance.deleted']));
      });

      /** Two séances of one group with a learner, a trainer and a comment each. */
      async function fill(path: string): Promise<readonly SeanceView[]> {
        scene.host.withLearner('other-2026', person('learner1', 'Lea', 'Learner'));
        const made = [];
        for (let count = 0; count < 2; count += 1) {
          const one = await scene.api.created(
            { ...open, groupName: `G${count}`, trainerIds: ['trainer1'] },
            path,
          );
          const address = `${path.split('?')[0]}/${one.id}`;
          await ok(scene.api.post(`${address}/enrolments`, { userIds: ['learner1'] }));
          await ok(scene.api.post(`${address}/comments`, { content: '<p>À 10 h</p>' }));
          made.push(one);
        }
        return made;
      }
    });
  }

  async function events(type: string) {
    return (await contents()).seance_event.filter((row) => row['type'] === type);
  }

  /** Resolves when background work has delivered everything. */
  async function delivered(): Promise<void> {
    const waiting = () => database.knex('seance_event').whereNotNull('due_at').pluck('sequence');
    while ((await waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

async function ok<Body>(sent: Promise<Answer<Body>>): Promise<Answer<Body>> {
  const answer = await sent;
  expect(answer.status, answer.text).to.be.below(300);
  return answer;
}
