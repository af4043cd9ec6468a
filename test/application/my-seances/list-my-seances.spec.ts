import { expect } from 'chai';
import type { MySeances } from '../../../src/application/my-seances/list-my-seances.js';
import { person } from '../../../src/testing/index.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { currentSession, nextSession, space, today } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';
import { statementsOf } from '../../support/statements.js';

const path = '/api/v1/me/seances';
const ofOthers = '/api/v1/spaces/other/seances';
const closed = { open: false, edit: false, enrol: false };
const automatic = { enrolmentMode: 'automatic' };

type Answer = MySeances & { readonly page: number; readonly size: number };

onHttp('The séances of somebody', (scene) => {
  const ask = async (as: string, query = ''): Promise<Answer> => {
    const answer = await scene.api.get<Answer>(`${path}${query}`, { as });
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };
  const names = async (as: string, query = '') => (await ask(as, query)).items.map(({ name }) => name);
  const place = ({ id, spaceId }: { readonly id: string; readonly spaceId: string }) =>
    `/api/v1/spaces/${spaceId}/seances/${id}/enrolments/me`;
  const on = (day: string, start = '09:00', end = '10:00') => ({
    start: `${day}T${start}`,
    end: `${day}T${end}`,
  });

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_enrolment', 'seance_group'])
      await scene.database.knex(table).delete();
  });

  it('are those that they teach, in which they have a place or wait, and the automatic ones of their sessions', async () => {
    scene.host.withLearner('other-2026', person('learner1', 'Lea', 'Learner'));
    await scene.api.created({ ...automatic, name: 'Tous', ...on('2026-12-04') });
    await scene.api.created({ ...automatic, name: 'Ailleurs', ...on('2026-12-03') }, ofOthers);
    await scene.api.created({ name: 'Sans eux', enrolmentMode: 'manual', trainerIds: ['trainer2'] });
    const open = await scene.api.created({ name: 'Libre', enrolmentMode: 'public', ...on('2026-12-02') });
    const full = await scene.api.created({
      ...{ name: 'Complet', enrolmentMode: 'public', capacity: 1 },
      ...on('2026-12-01'),
    });
    await scene.api.send('PUT', place(full), { as: 'learner2' });
    for (const one of [open, full]) await scene.api.send('PUT', place(one), { as: 'learner1' });
    const { items, total, counts, timeZone, page, size } = await ask('learner1');

    expect(
      items.map(({ name, role, spaceName, myEnrolment }) => [name, role, spaceName, myEnrolment]),
    ).to.deep.equal([
      ['Complet', 'learner', space, { status: 'waiting', position: 1 }],
      ['Libre', 'learner', space, { status: 'enrolled' }],
      ['Ailleurs', 'learner', 'other', { status: 'enrolled' }],
      ['Tous', 'learner', space, { status: 'enrolled' }],
    ]);
    expect({ total, counts, timeZone, page, size }).to.deep.equal({
      ...{ total: 4, page: 1, size: 20, timeZone: 'Europe/Brussels' },
      counts: { trainer: 0, enrolled: 3, waiting: 1 },
    });
    expect(await names('trainer2')).to.deep.equal(['Sans eux']);
    expect(await names('outsider')).to.deep.equal([]);
  });

  it('are as the list of their space has them, so that a place can be left and a class joined from there', async () => {
    const onlineUrl = 'https://classe.example.org/j/1';
    const group = { groupName: 'Ateliers', enrolmentMode: 'public' };
    const mine = await scene.api.created({ ...group, onlineUrl, ...on('2026-12-01') });
    await scene.api.created({ ...automatic, onlineUrl, ...on('2026-12-02') });
    await scene.api.send('PUT', place(mine), { as: 'learner1' });
    const { items } = await ask('learner1');
    const list = await scene.api.get<{ readonly items: readonly object[] }>(`${seances}?mine=true`, {
      as: 'learner1',
    });

    expect(items.map(({ spaceName: _space, role: _role, url: _url, ...row }) => row)).to.deep.equal(
      list.body.items,
    );
    expect(items.map((row) => [row.leaveRefusal, row.onlineUrl, row.url])).to.deep.equal([
      [null, onlineUrl, null],
      ['enrolment-automatic', onlineUrl, null],
    ]);
  });

  it('are as a trainer has them where somebody both teaches and learns, once', async () => {
    scene.host.withLearner(nextSession, person('trainer2', 'Anh Thao', 'PHAM'));
    const next = `${seances}?session=${nextSession}`;
    await scene.api.created({ ...automatic, name: 'Les deux', trainerIds: ['trainer2'] }, next);
    await scene.api.created({ ...automatic, name: 'Élève', ...on('2026-12-02') }, next);
    const { items, counts } = await ask('trainer2');

    expect(items.map(({ name, role }) => [name, role])).to.deep.equal([
      ['Les deux', 'trainer'],
      ['Élève', 'learner'],
    ]);
    expect(counts).to.deep.equal({ trainer: 1, enrolled: 1, waiting: 0 });
    expect(await names('trainer2', '?part=trainer')).to.deep.equal(['Les deux']);
    expect((await ask('trainer2', '?part=enrolled')).counts).to.deep.equal(counts);
    expect(await names('trainer2', '?part=waiting')).to.deep.equal([]);
    scene.host.directory.removeLearner(nextSession, 'trainer2');
  });

  it('are not those of a space that they may not open, that the host knows no more, or of a session that left it', async () => {
    scene.host.withTrainer('other-2026', person('trainer2', 'Anh Thao', 'PHAM'));
    const taught = { trainerIds: ['trainer2'] };
    await scene.api.created({ ...taught, name: 'Ici' });
    await scene.api.created({ ...taught, name: 'Ailleurs' }, ofOthers);
    const gone = await scene.api.created({ ...taught, name: 'Perdue' });
    await scene.database.knex('seance').where({ id: gone.id }).update({ space_id: 'gone' });
    const lost = await scene.api.created({ ...taught, name: 'Détachée' });
    await scene.database.knex('seance').where({ id: lost.id }).update({ session_id: 'gone' });
    expect(await names('trainer2')).to.have.members(['Ici', 'Ailleurs']);

    scene.host.permissions.allow('trainer2', 'other', closed);
    const { items, total, counts } = await ask('trainer2');
    expect([items.map(({ name }) => name), total, counts.trainer]).to.deep.equal([['Ici'], 1, 1]);
  });

  it('are not those that were deleted, nor those that they left', async () => {
    const deleted = await scene.api.created({ ...automatic, name: 'Supprimée' });
    const left = await scene.api.created({ name: 'Quittée', enrolmentMode: 'public' });
    await scene.api.send('PUT', place(left), { as: 'learner1' });
    expect(await names('learner1')).to.have.members(['Supprimée', 'Quittée']);

    await scene.api.delete(`${seances}/${deleted.id}`);
    await scene.api.delete(place(left), { as: 'learner1' });
    expect(await names('learner1')).to.deep.equal([]);
  });

  it('are there still when they do not take place, and say so', async () => {
    const one = await scene.api.created({ name: 'Annulée', enrolmentMode: 'public' });
    await scene.api.send('PUT', place(one), { as: 'learner1' });
    await scene.api.post(`${seances}/${one.id}/cancel`, { reason: 'Grève' });
    const [row] = (await ask('learner1')).items;

    expect(row).to.deep.include({ name: 'Annulée', role: 'learner', leaveRefusal: 'seance-cancelled' });
    expect(row?.cancelled?.reason).to.equal('Grève');
  });

  it('begin today by the clocks of the reader, with what began before and goes on', async () => {
    for (const [id, timeZone] of [
      ['tokyo', 'Asia/Tokyo'],
      ['montreal', 'America/Montreal'],
    ] as const) {
      scene.host.withLearner(currentSession, person(id, id, id));
      scene.host.withUser(person(id, id, id), { timeZone });
    }
    const later = (Date.parse('2026-12-01T23:30:00Z') - Date.parse(today)) / 1_000;
    // In Brussels it is the 2nd, 00:30; in Tokyo that morning, in Montréal the evening before.
    scene.clock.advance(later);
    const parts = { ...automatic, timeZone: 'Europe/Brussels' };
    await scene.api.created({ ...parts, name: 'midi', ...on('2026-12-01', '12:00', '13:00') });
    await scene.api.created({
      ...parts,
      name: 'minuit',
      ...on('2026-12-01', '22:00', '23:59'),
      end: '2026-12-02T00:00',
    });
    await scene.api.created({
      ...parts,
      name: 'nuit',
      ...on('2026-12-01', '22:30'),
      end: '2026-12-02T06:00',
    });
    await scene.api.created({ ...parts, name: 'matin', ...on('2026-12-02') });

    expect(await names('learner1')).to.deep.equal(['nuit', 'matin']);
    expect(await names('tokyo')).to.deep.equal(['minuit', 'nuit', 'matin']);
    expect(await names('montreal')).to.deep.equal(['midi', 'minuit', 'nuit', 'matin']);
    expect((await ask('montreal')).timeZone).to.equal('America/Montreal');
    scene.clock.advance(-later);
  });

  it('are on the days that are asked for, both inclusive', async () => {
    for (const day of ['2026-11-02', '2026-12-01', '2026-12-02', '2026-12-03'])
      await scene.api.created({ ...automatic, name: day, ...on(day, '23:00', '23:59') });

    expect(await names('learner1', '?from=2026-11-01&to=2026-12-01')).to.deep.equal([
      '2026-11-02',
      '2026-12-01',
    ]);
    expect(await names('learner1', '?to=2026-12-02')).to.deep.equal(['2026-12-01', '2026-12-02']);
    expect(await names('learner1', '?from=2026-12-02&to=2026-12-02')).to.deep.equal(['2026-12-02']);
    expect(await names('learner1', '?from=2999-12-31&to=2999-12-31')).to.deep.equal([]);
  });

  it('are paged, with as many statements for a page of many spaces and sessions as for one of one', async () => {
    scene.host.withLearner('other-2026', person('learner1', 'Lea', 'Learner'));

    const add = async (many: readonly [day: string, path: string][]) => {
      for (const [day, at] of many) {
        const one = await scene.api.created(
          { name: day, enrolmentMode: 'public', groupName: day, ...on(day) },
          at,
        );
        await scene.api.send('PUT', place(one), { as: 'learner1' });
        await scene.api.created({ ...automatic, name: `${day} auto`, ...on(day, '14:00', '15:00') }, at);
      }
    };
    // Workers look beside it, whenever that is, for what is to be delivered, told and mailed, and for rosters.
    const statements = async () =>
      (await statementsOf(scene.database.knex, () => ask('learner1'))).filter(
        ({ sql }) => !/seance_event|seance_notice_set|seance_webhook|mail_at|seance_attendance/.test(sql),
      ).length;
    await add([['2026-12-01', seances]]);
    const few = await statements();
    await add([
      ['2026-12-02', `${seances}?session=${nextSession}`],
      ['2026-12-03', ofOthers],
      ['2026-12-04', seances],
      ['2026-12-05', ofOthers],
      ['2026-12-06', ofOthers],
    ]);

    expect(await statements())
      .to.equal(few)
      .and.to.be.below(9);
    const [first, second, third] = [
      await ask('learner1', '?size=10'),
      await ask('learner1', '?size=10&page=2'),
      await ask('learner1', '?size=10&page=3'),
    ];
    expect([first.items.length, second.items.length, third.items.length]).to.deep.equal([10, 2, 0]);
    expect([first.total, second.page, second.size, third.total]).to.deep.equal([12, 2, 10, 12]);
    const starts = [...first.items, ...second.items].map(({ startsAt }) => startsAt);
    expect(starts).to.deep.equal([...starts].sort());
  });

  it('do without the automatic ones where the host cannot say in which sessions somebody learns', async () => {
    const { directory } = scene.host;
    const learnsIn = directory.learnsIn.bind(directory);
    const mine = await scene.api.created({ name: 'Inscrite', enrolmentMode: 'public' });
    await scene.api.created({ ...automatic, name: 'Tous' });
    await scene.api.send('PUT', place(mine), { as: 'learner1' });
    try {
      Object.assign(directory, { learnsIn: undefined });
      expect(await names('learner1')).to.deep.equal(['Inscrite']);
      directory.learnsIn = () => Promise.reject(new Error('down'));
      refusedWith(await scene.api.get(path, { as: 'learner1' }), 503, 'unavailable');
    } finally {
      directory.learnsIn = learnsIn;
    }
  });

  it('are asked for in a way that makes sense, by who is signed in', async () => {
    refusedWith(await scene.api.get(path, { as: null }), 401, 'unauthenticated');
    invalid(await scene.api.get(`${path}?from=2026-12-02&to=2026-12-01`), ['?to', 'end-before-start']);
    invalid(await scene.api.get(`${path}?to=2020-01-01`), ['?to', 'end-before-start']);
    invalid(await scene.api.get(`${path}?from=2026-02-30`), ['?from', 'invalid-date']);
    invalid(await scene.api.get(`${path}?size=7`), ['?size', 'not-allowed']);
    invalid(await scene.api.get(`${path}?part=x&page=0`), ['?part', 'not-allowed'], ['?page', 'too-small']);
    invalid(await scene.api.get(`${path}?q=x`), ['?q', 'unknown-field']);
  });
});
