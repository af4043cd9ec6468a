import { expect } from 'chai';
import type { CommentView } from '../../../src/application/comment/comment-view.js';
import type { NoticePage } from '../../../src/application/notice/own-notices.js';
import type { RepetitionResult } from '../../../src/application/repetition/repeat-seance.js';
import { invalid, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';
import { passTelling } from '../../support/told-notices.js';

onHttp('Informations that are announced', (scene) => {
  const at = (id: string, rest = '') => `${seances}/${id}/comments${rest}`;
  const announce = async (id: string, announcement: object, content = '<p>Salle B12.</p>') => {
    const answer = await scene.api.post<CommentView>(at(id), { content, announce: announcement });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const enrol = (id: string, as: string) => scene.api.send('PUT', `${seances}/${id}/enrolments/me`, { as });
  const commentsOf = async (id: string, as = 'trainer1') =>
    (await scene.api.get<{ items: readonly CommentView[] }>(at(id), { as })).body.items;
  const noticesOf = async (as: string) =>
    (await scene.api.get<NoticePage>('/api/v1/me/notices', { as })).body.items.filter(
      ({ kind }) => kind === 'information',
    );
  const pass = (seconds = 600): Promise<void> => {
    const { database, clock, host } = scene;
    return passTelling({ database, clock, directory: host.ports.directory }, seconds);
  };

  beforeEach(async () => {
    for (const name of ['', '_set', '_item']) await scene.database.knex(`seance_notice${name}`).delete();
  });

  /** With `learner1` in it, and `learner2` who waits. */
  async function fullSeance(): Promise<string> {
    const { id } = await scene.api.created({
      ...{ enrolmentMode: 'public', capacity: 1, name: 'Cours', trainerIds: ['trainer1', 'trainer2'] },
    });
    await enrol(id, 'learner1');
    await enrol(id, 'learner2');
    return id;
  }

  it('are told to those for whom they are, once, and not to who wrote them', async () => {
    const id = await fullSeance();
    const all = ['learner1', 'learner2', 'trainer1', 'trainer2'];
    for (const [to, told] of [
      [['enrolled'], ['learner1']],
      [['waiting'], ['learner2']],
      [['trainers'], ['trainer2']],
      [
        ['enrolled', 'waiting', 'trainers'],
        ['learner1', 'learner2', 'trainer2'],
      ],
    ] as const) {
      await announce(id, { to });
      await pass();
      const heard = [];
      for (const somebody of all) {
        const items = await noticesOf(somebody);
        if (items.length > 0) heard.push(somebody);
        for (const { text } of items) expect(text).to.contain('Salle B12.');
      }
      expect(heard, to.join()).to.deep.equal(told);
      await scene.database.knex('seance_notice').delete();
    }
  });

  it('say to staff, and to nobody else, how many were told and how many have read it', async () => {
    const id = await fullSeance();
    const comment = await announce(id, { to: ['enrolled', 'waiting'] });
    const plain = (await scene.api.post<CommentView>(at(id), { content: '<p>Sans annonce.</p>' })).body;
    const announced = async (as?: string) => (await commentsOf(id, as)).map((one) => one.announced);
    expect(comment.announced).to.deep.equal({ told: 0, read: 0 });
    expect(plain.announced).to.equal(null);
    expect(await announced()).to.deep.equal([null, { told: 0, read: 0 }]);
    await pass();
    expect(await announced()).to.deep.equal([null, { told: 2, read: 0 }]);

    const [notice] = await noticesOf('learner2');
    await scene.api.post('/api/v1/me/notices/read', { ids: [notice?.id] }, { as: 'learner2' });
    expect(await announced()).to.deep.equal([null, { told: 2, read: 1 }]);
    expect(await announced('learner1')).to.deep.equal([null, null]);
    const edited = await scene.api.patch<CommentView>(at(id, `/${comment.id}`), {
      content: '<p>Salle C.</p>',
    });
    expect(edited.body.announced).to.deep.equal({ told: 2, read: 1 });
  });

  it('are written on every séance in scope, and told once to each person, with those of theirs', async () => {
    const first = await scene.api.created({ enrolmentMode: 'public', name: 'Série' });
    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${first.id}/repetitions`, {
      ...{ weekdays: ['TU'], weeks: 3 },
    });
    const ids = [first.id, ...body.items.map((one) => one.id)];
    for (const id of ids) await enrol(id, 'learner1');
    await enrol(ids[1] ?? '', 'learner2');
    const counts = async () => Promise.all(ids.map(async (id) => (await commentsOf(id)).length));
    const comment = await announce(ids[1] ?? '', { to: ['enrolled'], scope: 'following' });
    expect(await counts()).to.deep.equal([0, 1, 1, 1]);
    expect((await commentsOf(ids[1] ?? ''))[0]?.id).to.equal(comment.id);
    await pass();

    const [one, other] = [await noticesOf('learner1'), await noticesOf('learner2')];
    expect(one.map((notice) => notice.seances.map(({ id }) => id))).to.deep.equal([ids.slice(1)]);
    expect(other.map((notice) => notice.seances.map(({ id }) => id))).to.deep.equal([[ids[1]]]);
    expect(one[0]?.text.match(/Salle B12\./g), 'the text is there once').to.have.length(1);
    const announced = await Promise.all(ids.map(async (id) => (await commentsOf(id))[0]?.announced?.told));
    expect(announced).to.deep.equal([undefined, 2, 1, 1]);
    await announce(first.id, { to: ['enrolled'], scope: 'all' });
    expect(await counts()).to.deep.equal([1, 2, 2, 2]);
    await announce(first.id, { to: ['enrolled'] });
    expect(await counts()).to.deep.equal([2, 2, 2, 2]);
    await pass();
  });

  it('are told to nobody when they were deleted first, and then when they are restored, once', async () => {
    const id = await fullSeance();
    const comment = await announce(id, { to: ['enrolled'] });
    await scene.api.delete(at(id, `/${comment.id}`));
    await pass();
    expect(await noticesOf('learner1')).to.deep.equal([]);

    for (let time = 1; time <= 2; time += 1) {
      await scene.api.post(at(id, `/${comment.id}/restore`), {});
      await pass();
      expect(await noticesOf('learner1')).to.have.length(1);
      await scene.api.delete(at(id, `/${comment.id}`));
      await pass();
    }
  });

  it('are refused for nobody, for others than there are, and to who may not write', async () => {
    const id = await fullSeance();
    const post = (to: unknown, as = 'trainer1', scope: unknown = 'this') =>
      scene.api.post(at(id), { content: '<p>x</p>', announce: { to, scope } }, { as });
    invalid(await post([]), ['/announce/to', 'too-short']);
    invalid(await post(['everybody']), ['/announce/to/0', 'not-allowed']);
    invalid(await post(['enrolled', 'enrolled']), ['/announce/to/1', 'duplicate']);
    invalid(await post('enrolled'), ['/announce/to', 'wrong-type']);
    invalid(await post(['enrolled'], 'trainer1', 'some'), ['/announce/scope', 'not-allowed']);
    expect((await post(['enrolled'], 'learner1')).status).to.equal(403);
    expect(await commentsOf(id)).to.deep.equal([]);
  });
});
