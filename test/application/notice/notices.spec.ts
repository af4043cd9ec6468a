import { expect } from 'chai';
import type { NoticePage, NoticePreferences } from '../../../src/application/notice/own-notices.js';
import type { RepetitionResult } from '../../../src/application/repetition/repeat-seance.js';
import { refusedWith, seances } from '../../support/api.js';
import { onHttp, type Scene } from '../../support/scene.js';
import { passTelling } from '../../support/told-notices.js';

function telling({ api, clock, database, host }: Scene) {
  const enrol = (id: string, as: string) => api.send('PUT', `${seances}/${id}/enrolments/me`, { as });
  const list = async (as: string, query = '') => {
    const { body, status, text } = await api.get<NoticePage>(`/api/v1/me/notices${query}`, { as });
    expect(status, text).to.equal(200);
    return body;
  };
  /** All that happened becomes part of a set, and every set that closes until then is told. */
  const pass = (seconds: number): Promise<void> =>
    passTelling({ database, clock, directory: host.ports.directory }, seconds);
  const texts = async (as: string) => (await list(as)).items.map(({ text }) => text);
  return { enrol, list, pass, texts };
}

onHttp('Notices', function (scene) {
  beforeEach(async () => {
    for (const name of ['', '_set', '_item', '_preference', '_settings'])
      await scene.database.knex(`seance_notice${name}`).delete();
  });

  it('tell a learner that they moved up, at once, and nobody of what they did themselves', async () => {
    const { enrol, list, pass } = telling(scene);
    const seance = await scene.api.created({ enrolmentMode: 'public', capacity: 1, name: 'Atelier' });
    await enrol(seance.id, 'learner1');
    await enrol(seance.id, 'learner2');
    await scene.api.send('DELETE', `${seances}/${seance.id}/enrolments/me`, { as: 'learner1' });
    await pass(0);
    const { items, unread, total } = await list('learner2');

    expect([unread, total]).to.deep.equal([1, 1]);
    expect(items[0]).to.deep.include({ kind: 'place', readAt: null, at: scene.clock.now() });
    expect(items[0]?.seances).to.deep.equal([
      {
        ...{ id: seance.id, name: 'Atelier', spaceId: 'demo', spaceName: 'demo', url: null },
        ...{ start: seance.start, timeZone: seance.timeZone },
      },
    ]);
    expect(items[0]?.text).to.match(/^Vous avez une place.: .*Atelier.*, mardi 1er décembre 2026/);
    expect((await list('learner1')).items).to.deep.equal([]);
  });

  it('tell who is in, who waits and trainers of another time, once, when two minutes are quiet', async () => {
    const { enrol, list, pass, texts } = telling(scene);
    const seance = await scene.api.created({
      ...{ enrolmentMode: 'public', capacity: 1, name: 'Cours', trainerIds: ['trainer1', 'trainer2'] },
    });
    await enrol(seance.id, 'learner1');
    await enrol(seance.id, 'learner2');
    await pass(600);
    await scene.database.knex('seance_notice').delete();
    const move = (start: string, end: string) => scene.api.patch(`${seances}/${seance.id}`, { start, end });
    await move('2026-12-01T10:00', '2026-12-01T11:00');
    await pass(60);
    expect((await list('learner1')).items).to.deep.equal([]);
    await move('2026-12-02T10:00', '2026-12-02T11:00');
    await pass(119);
    expect((await list('learner1')).items).to.deep.equal([]);
    await pass(1);

    for (const somebody of ['learner1', 'learner2', 'trainer2']) {
      const said = await texts(somebody);
      expect(said, somebody).to.have.length(1);
      expect(said[0]).to.match(/mardi 1er décembre 2026 à 09:00.* au .*mercredi 2 décembre 2026 à 10:00/);
    }
    expect(await texts('trainer1')).to.deep.equal([]);
    expect((await list('learner1')).items[0]?.data.changes[0]).to.deep.include({
      seanceId: seance.id,
      start: { before: '2026-12-01T09:00', after: '2026-12-02T10:00' },
    });
  });

  it('tell nobody of what was undone before', async () => {
    const { enrol, pass, texts } = telling(scene);
    const seance = await scene.api.created({ enrolmentMode: 'public' });
    await enrol(seance.id, 'learner1');
    await scene.api.post(`${seances}/${seance.id}/cancel`, { reason: 'Neige' });
    await scene.api.post(`${seances}/${seance.id}/reinstate`, {});
    await pass(600);

    expect(await texts('learner1')).to.deep.equal([]);
  });

  it('are one for a series that is moved, with all of it, and another one for somebody who has one of them', async () => {
    const { enrol, list, pass } = telling(scene);
    const first = await scene.api.created({ enrolmentMode: 'public', name: 'Série' });
    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${first.id}/repetitions`, {
      ...{ weekdays: ['TU'], weeks: 3 },
    });
    for (const id of [first.id, ...body.items.map((one) => one.id)]) await enrol(id, 'learner1');
    await enrol(first.id, 'learner2');
    await pass(600);
    await scene.database.knex('seance_notice').delete();
    await scene.api.patch(`${seances}/${first.id}?scope=all`, {
      ...{ start: '2026-12-01T14:00', end: '2026-12-01T15:00' },
    });
    await pass(600);

    const [one, other] = [(await list('learner1')).items, (await list('learner2')).items];
    expect(one).to.have.length(1);
    expect(one[0]?.seances).to.have.length(body.items.length + 1);
    expect(one[0]?.text.split('\n')[0]).to.match(/séances changent/);
    expect(other[0]?.seances.map(({ id }) => id)).to.deep.equal([first.id]);
  });

  it('tell everybody of the session of an automatic séance, from the directory', async () => {
    const { pass, texts } = telling(scene);
    const seance = await scene.api.created({ enrolmentMode: 'automatic' });
    await scene.api.post(`${seances}/${seance.id}/cancel`, { reason: 'Neige' });
    await pass(600);

    for (const somebody of ['learner1', 'learner2'])
      expect((await texts(somebody))[0], somebody).to.match(/annulée \(.*Neige/);
  });

  it('are read one by one, or all up to a time, by their reader alone', async () => {
    const { enrol, list, pass } = telling(scene);
    for (const name of ['A', 'B']) {
      const seance = await scene.api.created({ enrolmentMode: 'public', name });
      await enrol(seance.id, 'learner1');
      await scene.api.post(`${seances}/${seance.id}/cancel`, {});
      await pass(600);
    }
    const read = (json: object, as = 'learner1') => scene.api.post('/api/v1/me/notices/read', json, { as });
    const [latest] = (await list('learner1')).items;
    expect((await read({ ids: [latest?.id] }, 'learner2')).status).to.equal(204);
    expect((await list('learner1')).unread).to.equal(2);
    await read({ ids: [latest?.id] });
    expect((await list('learner1')).unread).to.equal(1);
    expect((await list('learner1', '?unread=true')).items).to.have.length(1);
    await read({ until: scene.clock.now() });
    expect(await list('learner1')).to.deep.include({ unread: 0, total: 2 });
    refusedWith(await read({}), 422, 'validation');
  });

  it('are what somebody wants to be told, but for what the administrators have decided', async () => {
    const { enrol, pass, texts } = telling(scene);
    const preferences = '/api/v1/me/notice-preferences';
    const as = 'learner1';
    const choose = (kinds: object) =>
      scene.api.send<NoticePreferences>('PUT', preferences, { as, json: { kinds } });
    expect((await choose({ change: 'never' })).body.kinds).to.include({ change: 'never', place: 'now' });
    const seance = await scene.api.created({ enrolmentMode: 'public' });
    await enrol(seance.id, as);
    await scene.api.post(`${seances}/${seance.id}/cancel`, {});
    await pass(600);
    expect(await texts(as)).to.deep.equal([]);

    const decided = { json: { locked: ['change'] }, as: 'admin' };
    expect((await scene.api.send('PUT', '/api/v1/admin/notices', decided)).status).to.equal(200);
    const refused = refusedWith(await choose({ change: 'daily' }), 422, 'validation');
    expect(refused.errors?.[0]).to.include({ pointer: '/kinds/change', code: 'notice-locked' });
    await scene.api.post(`${seances}/${seance.id}/reinstate`, {});
    await pass(600);
    expect(await texts(as)).to.have.length(1);
  });

  it('tell trainers that they are, or are no longer; and who comes and goes only if they want it', async () => {
    const { enrol, pass, texts } = telling(scene);
    const seance = await scene.api.created({ enrolmentMode: 'public', trainerIds: ['trainer2'] });
    await enrol(seance.id, 'learner1');
    await pass(600);
    expect(await texts('trainer2')).to.have.length(1);
    await scene.api.send('PUT', '/api/v1/me/notice-preferences', {
      ...{ as: 'trainer2', json: { kinds: { enrolments: 'now' } } },
    });
    await enrol(seance.id, 'learner2');
    await pass(600);
    expect((await texts('trainer2'))[0]).to.match(/^L'inscription d'une personne a changé\u00a0: /);
    await scene.api.patch(`${seances}/${seance.id}`, { trainerIds: ['trainer1'] });
    await pass(600);
    expect((await texts('trainer2'))[0]).to.match(/plus formateur/);
  });

  it('count who comes and goes apart from the séances, and not whom the reader has brought', async () => {
    const { enrol, pass, texts } = telling(scene);
    const as = 'trainer2';
    await scene.api.send('PUT', '/api/v1/me/notice-preferences', {
      ...{ as, json: { kinds: { enrolments: 'now' } } },
    });
    const parts = { enrolmentMode: 'public', trainerIds: [as] };
    const seance = await scene.api.created(parts);
    await enrol(seance.id, 'learner1');
    await scene.api.post(`${seances}/${seance.id}/enrolments`, { userIds: ['learner2'] }, { as });
    await pass(600);
    expect((await texts(as))[0]).to.match(/^L'inscription d'une personne a changé\u00a0: [^\n]+$/);

    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${seance.id}/repetitions`, {
      ...{ weekdays: ['TU'], weeks: 2 },
    });
    const copies = body.items.map(({ id }) => id);
    for (const id of copies) await enrol(id, 'learner1');
    await enrol(copies[0] ?? '', 'learner2');
    await pass(600);
    const [head, ...lines] = (await texts(as))[0]?.split('\n') ?? [];
    expect(head).to.equal('Les inscriptions de 2 personnes ont changé dans 2 séances\u00a0:');
    expect(lines.map((line) => line.split('\u00a0:')[0])).to.deep.equal([
      'Les inscriptions de 2 personnes ont changé',
      "L'inscription d'une personne a changé",
    ]);
  });
});
