import { expect } from 'chai';
import type { MySeances } from '../../../src/application/my-seances/list-my-seances.js';
import type { NoticePage } from '../../../src/application/notice/own-notices.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { seances } from '../../support/api.js';
import { onHttp, type Scene } from '../../support/scene.js';
import { passTelling } from '../../support/told-notices.js';

const size = '&size=100';

function changing({ api, clock, database, host }: Scene) {
  const told = (): Promise<void> => passTelling({ database, clock, directory: host.ports.directory }, 600);
  const enrolled = async (as: string, parts: object = {}) => {
    const seance = await api.created({ enrolmentMode: 'public', ...parts });
    await api.send('PUT', `${seances}/${seance.id}/enrolments/me`, { as });
    return seance;
  };
  const move = ({ id }: SeanceView, day = '2026-12-22') =>
    api.patch(`${seances}/${id}`, { start: `${day}T11:00`, end: `${day}T12:00` });
  const read = async (id: string, as: string) =>
    (await api.get<SeanceView>(`${seances}/${id}`, { as })).body.unreadChanges;
  const notices = async (as: string, query = '') =>
    (await api.get<NoticePage>(`/api/v1/me/notices${query}`, { as })).body;
  return { told, enrolled, move, read, notices };
}

onHttp('What somebody has not read of the changes of a séance', (scene) => {
  beforeEach(async () => {
    for (const name of ['', '_set', '_item']) await scene.database.knex(`seance_notice${name}`).delete();
  });

  it('stands with it in the list, on its page and among their own, until it is read', async () => {
    const { told, enrolled, move, read, notices } = changing(scene);
    const [moved, untouched] = [await enrolled('learner1'), await enrolled('learner1')];
    await move(moved);
    await told();
    const at = scene.clock.now();
    const [notice] = (await notices('learner1')).items;
    const expected = [{ noticeId: notice?.id, at, moved: true }];

    expect(await read(moved.id, 'learner1')).to.deep.equal(expected);
    expect(await read(untouched.id, 'learner1')).to.equal(undefined);
    for (const path of [`${seances}?sort=start${size}`, `/api/v1/me/seances?from=2026-01-01${size}`]) {
      const { body } = await scene.api.get<Pick<MySeances, 'items'>>(path, { as: 'learner1' });
      const unread = new Map(body.items.map(({ id, unreadChanges }) => [id, unreadChanges]));
      expect(unread.get(moved.id), path).to.deep.equal(expected);
      expect([unread.has(untouched.id), unread.get(untouched.id)], path).to.deep.equal([true, undefined]);
    }
    await scene.api.post('/api/v1/me/notices/read', { ids: [notice?.id] }, { as: 'learner1' });
    expect(await read(moved.id, 'learner1')).to.equal(undefined);
  });

  it('is the reader’s own, of their own séances, also where others were told of more', async () => {
    const { told, enrolled, read } = changing(scene);
    const first = await enrolled('learner1', { start: '2026-12-01T09:00', end: '2026-12-01T10:00' });
    const { body } = await scene.api.post<{ readonly items: readonly SeanceView[] }>(
      `${seances}/${first.id}/repetitions`,
      { weekdays: ['TU'], weeks: 2 },
    );
    const [copy] = body.items;
    await scene.api.send('PUT', `${seances}/${copy?.id ?? ''}/enrolments/me`, { as: 'learner2' });
    await told();
    await scene.database.knex('seance_notice').delete();
    await scene.api.patch(`${seances}/${first.id}?scope=all`, {
      ...{ start: '2026-12-01T11:00', end: '2026-12-01T12:00' },
    });
    await told();

    const unread = async (as: string) => [
      (await read(first.id, as))?.length,
      (await read(copy?.id ?? '', as))?.length,
    ];
    expect(await unread('learner1')).to.deep.equal([1, undefined]);
    expect(await unread('learner2')).to.deep.equal([undefined, 1]);
    expect(await unread('trainer3')).to.deep.equal([undefined, undefined]);
  });

  it('tells trainers, too, and tells a move from what is none', async () => {
    const { told, move, read } = changing(scene);
    const as = 'trainer2';
    const seance = await scene.api.created({ enrolmentMode: 'public', trainerIds: [as] });
    await scene.api.post(`${seances}/${seance.id}/cancel`, {});
    await told();
    await scene.api.post(`${seances}/${seance.id}/reinstate`, {});
    await told();
    expect((await read(seance.id, as))?.map(({ moved }) => moved)).to.deep.equal([false, false]);
    await move(seance);
    await told();
    expect((await read(seance.id, as))?.map(({ moved }) => moved)).to.deep.equal([true, false, false]);
  });

  it('is counted without the notices themselves', async () => {
    const { told, enrolled, move, notices } = changing(scene);
    await move(await enrolled('learner1'));
    await told();
    expect(await notices('learner1', '?unread=true&size=0')).to.deep.equal({
      ...{ items: [], total: 1, page: 1, size: 0, unread: 1 },
    });
    expect((await scene.api.get('/api/v1/me/notices?size=5', { as: 'learner1' })).status).to.equal(422);
  });
});
