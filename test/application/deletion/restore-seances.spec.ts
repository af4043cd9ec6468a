import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import type { DeletionView } from '../../../src/application/deletion/list-deletions.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { person } from '../../../src/testing/index.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { storeLog } from '../../support/attendance-logs.js';
import { currentSession } from '../../support/campus.js';
import { onHttp, type Scene } from '../../support/scene.js';

const day = 86_400;
const bin = '/api/v1/spaces/demo/deletions';

interface Restored {
  readonly restored: number;
  readonly ids: readonly string[];
  readonly displaced: number;
}

function binOf({ api }: Scene) {
  return {
    list: async (query = '') =>
      (await api.get<{ items: DeletionView[]; total: number }>(`${bin}${query}`)).body,
    remove: async (...ids: readonly string[]) => {
      const answer = await api.post(`${seances}/delete`, { ids });
      expect(answer.status, answer.text).to.equal(200);
    },
    restore: (body: unknown, headers: Record<string, string> = {}) =>
      api.post<Restored>(`${seances}/restore`, body, { headers }),
    there: async (id: string) => (await api.get(`${seances}/${id}`)).status === 200,
    several: async (count: number) => {
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1)
        ids.push(
          (
            await api.created({
              name: `S${index}`,
              start: `2026-12-0${index + 1}T09:00`,
              end: '2027-01-01T09:00',
            })
          ).id,
        );
      return ids;
    },
  };
}

onHttp('The bin', (scene) => {
  it('has what was deleted, by whom, when, and until when it can be restored; together what was deleted at once', async () => {
    const { list, remove, several } = binOf(scene);
    const [first = '', second = '', third = ''] = await several(3);
    await remove(third, first);
    scene.clock.advance(60);
    await scene.api.delete(`${seances}/${second}`, { as: 'editor' });
    const { items, total } = await list();

    expect(total).to.equal(2);
    expect(
      items.map(({ id: _id, ...deletion }) => ({
        ...deletion,
        seances: deletion.seances.map(({ id }) => id),
      })),
    ).to.deep.equal([
      {
        deletedAt: '2026-11-23T10:31:00Z',
        deletedBy: { id: 'editor', name: 'editor editor' },
        restorableUntil: '2026-12-23T10:31:00Z',
        count: 1,
        seances: [second],
      },
      {
        deletedAt: '2026-11-23T10:30:00Z',
        deletedBy: { id: 'trainer1', name: 'Zoé Étienne' },
        restorableUntil: '2026-12-23T10:30:00Z',
        count: 2,
        seances: [first, third],
      },
    ]);
    expect(items[0]?.seances[0]).to.include({
      name: 'S1',
      sessionId: currentSession,
      start: '2026-12-02T09:00',
      timeZone: 'Europe/Brussels',
      startsAt: '2026-12-02T08:00:00Z',
    });
    await binOf(scene).restore({ ids: [first, second, third] });
  });

  it('says until when a séance is kept of which half-days were signed', async () => {
    const { list, remove, restore, several } = binOf(scene);
    const [first = '', second = ''] = await several(2);
    const closedAt = '2026-11-23T10:00:00Z' as Instant;
    await storeLog(new KnexUnitOfWork(scene.database.open), { seanceId: first, closedAt });
    await storeLog(new KnexUnitOfWork(scene.database.open), { seanceId: second, isSigned: false });
    await remove(first, second);

    const [deletion] = (await list()).items;
    expect(deletion?.seances.map(({ id, keptUntil }) => [id, keptUntil])).to.deep.equal([
      [first, '2031-11-23T10:00:00Z'],
      [second, null],
    ]);
    await restore({ ids: [first, second] });
  });

  it('gives back a deletion as a whole, or some of its séances', async () => {
    const { list, remove, restore, several, there } = binOf(scene);
    const [first = '', second = '', third = ''] = await several(3);
    await remove(first, second, third);
    const [deletion] = (await list()).items;
    const one = await restore({ ids: [second] });

    expect([one.status, one.body]).to.deep.equal([200, { restored: 1, ids: [second], displaced: 0 }]);
    expect((await list()).items[0]).to.include({ id: deletion?.id, count: 2 });
    const rest = await restore({ deletionId: deletion?.id });
    expect(rest.body).to.deep.include({ restored: 2, displaced: 0 });
    expect(rest.body.ids).to.have.members([first, third]);
    expect((await list()).total).to.equal(0);
    for (const id of [first, second, third]) expect(await there(id)).to.equal(true);
    refusedWith(await restore({ deletionId: deletion?.id }), 404, 'not-found');
  });
});

onHttp('The rules of the bin', (scene) => {
  it('show it to who may edit the space, and nothing of other spaces', async () => {
    const { list, remove, several } = binOf(scene);
    const [id = ''] = await several(1);
    await remove(id);

    refusedWith(await scene.api.get(bin, { as: 'learner1' }), 403, 'forbidden');
    refusedWith(await scene.api.get(bin, { as: 'outsider' }), 404, 'not-found');
    refusedWith(
      await scene.api.post(`${seances}/restore`, { ids: [id] }, { as: 'learner1' }),
      403,
      'forbidden',
    );
    const other = await scene.api.get<{ total: number }>('/api/v1/spaces/other/deletions');
    expect(other.body.total).to.equal(0);
    const [deletion] = (await list()).items;
    for (const body of [{ ids: [id] }, { deletionId: deletion?.id }])
      refusedWith(await scene.api.post('/api/v1/spaces/other/seances/restore', body), 404, 'not-found');
    await binOf(scene).restore({ ids: [id] });
  });

  it('keep it until the retention delay has passed', async () => {
    const { list, remove, restore, several, there } = binOf(scene);
    const [old = '', recent = ''] = await several(2);
    await remove(old);
    scene.clock.advance(1);
    await remove(recent);
    scene.clock.advance(30 * day);

    expect((await list()).items.map((deletion) => deletion.seances[0]?.id)).to.deep.equal([recent]);
    const { errors } = refusedWith(await restore({ ids: [recent, old] }), 409, 'retention-passed');
    expect(errors?.map(({ pointer }) => pointer)).to.deep.equal(['/ids/1']);
    expect(await there(recent), 'all or none').to.equal(false);
    expect((await restore({ ids: [recent] })).body.restored).to.equal(1);
  });

  it('point at the deletion that is too old, or of which nothing is left', async () => {
    const { list, remove, restore, several } = binOf(scene);
    const [old = ''] = await several(1);
    await remove(old);
    const deletionId = (await list()).items.find(({ seances: [seance] }) => seance?.id === old)?.id;
    scene.clock.advance(30 * day + 1);

    for (const [id, status, code] of [
      [deletionId, 409, 'retention-passed'],
      ['nothing', 404, 'not-found'],
    ] as const) {
      const { errors } = refusedWith(await restore({ deletionId: id }), status, code);
      expect(errors?.map(({ pointer }) => pointer)).to.deep.equal(['/deletionId']);
    }
  });

  it('restore all or none, leave alone what is there, and answer a repeated request like the first', async () => {
    const { remove, restore, several, there } = binOf(scene);
    const [gone = '', kept = ''] = await several(2);
    await remove(gone);
    const { errors } = refusedWith(
      await restore({ ids: ['nothing', gone, kept, 'nobody'] }),
      404,
      'not-found',
    );
    expect(errors?.map(({ pointer }) => pointer)).to.deep.equal(['/ids/0', '/ids/3']);
    expect(await there(gone)).to.equal(false);

    const headers = { 'idempotency-key': 'restore-both' };
    const first = await restore({ ids: [kept, gone] }, headers);
    expect(first.body).to.deep.equal({ restored: 1, ids: [gone], displaced: 0 });
    expect((await restore({ ids: [kept, gone] }, headers)).body).to.deep.equal(first.body);
    expect((await restore({ ids: [kept, gone] })).body).to.deep.equal({ restored: 0, ids: [], displaced: 0 });
  });

  it('refuse what names nothing, too much, or both ways at once', async () => {
    const { restore } = binOf(scene);
    invalid(await restore({ ids: [] }), ['/ids', 'too-short']);
    invalid(await restore({ ids: ['a', 'a'] }), ['/ids/1', 'duplicate']);
    invalid(await restore({ deletionId: 7 }), ['/deletionId', 'wrong-type']);
    for (const body of [{}, { ids: ['a'], deletionId: 'b' }])
      refusedWith(await restore(body), 422, 'validation');
    for (const query of ['?page=0', '?size=all', '?size=7', '?q=x'])
      refusedWith(await scene.api.get(`${bin}${query}`), 422, 'validation');
    refusedWith(await restore({ deletionId: '\u0000\ud800' }), 404, 'not-found');
  });

  it('page the deletions, and show the first hundred séances of each', async () => {
    const { list, remove, several } = binOf(scene);
    for (const id of await several(9)) {
      await remove(id);
      scene.clock.advance(1);
    }
    const source = await scene.api.created();
    await scene.api.post(`${seances}/${source.id}/repetitions`, {
      weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
      weeks: 24,
    });
    await scene.api.delete(`${seances}/${source.id}?scope=all`);
    scene.clock.advance(1);
    const [first, second] = [await list('?size=10'), await list('?size=10&page=2')];

    expect(first.total).to.equal(10);
    expect(first.items).to.have.length(10);
    expect(second.items).to.deep.equal([]);
    expect(first.items[0]?.count).to.be.greaterThan(100);
    expect(first.items[0]?.seances).to.have.length(100);
    expect(first.items[0]?.seances[0]?.id).to.equal(source.id);
    const { body } = await binOf(scene).restore({ deletionId: first.items[0]?.id });
    expect(body.restored).to.equal(first.items[0]?.count);
  });

  it('give places back as far as the limit of a group allows, and say how many learners wait instead', async () => {
    const { remove, restore } = binOf(scene);
    const grouped = {
      ...{ enrolmentMode: 'public', groupName: 'Ateliers' },
      ...{ start: '2027-03-01T09:00', end: '2027-03-01T10:00' },
    };
    scene.host.withLearner(currentSession, person('learner3', 'Luc', 'Learner'));
    const [kept, one, two] = [
      await scene.api.created(grouped),
      await scene.api.created(grouped),
      await scene.api.created(grouped),
    ];
    const enrol = (seance: SeanceView, as: string) =>
      scene.api.send('PUT', `${seances}/${seance.id}/enrolments/me`, { as });
    await enrol(one, 'learner1');
    await enrol(one, 'learner3');
    await enrol(two, 'learner2');
    await remove(one.id, two.id);
    for (const as of ['learner1', 'learner2']) expect((await enrol(kept, as)).status).to.equal(201);
    const { body } = await restore({ ids: [one.id, two.id] });

    expect(body).to.deep.include({ restored: 2, displaced: 2 });
    const counts = async ({ id }: SeanceView) => {
      const { enrolledCount, waitingCount } = (await scene.api.get<SeanceView>(`${seances}/${id}`)).body;
      return [enrolledCount, waitingCount];
    };
    expect(await counts(one)).to.deep.equal([1, 1]);
    expect(await counts(two)).to.deep.equal([0, 1]);
    expect(await counts(kept)).to.deep.equal([2, 0]);
  });

  it('take the name of who deleted away when the host says that they are gone', async () => {
    const { list, remove, several } = binOf(scene);
    const [id = ''] = await several(1);
    await remove(id);
    await scene.database
      .knex('seance_event')
      .where({ actor_id: 'trainer1' })
      .update({ actor_id: '', actor_name: '' });

    expect((await list()).items[0]?.deletedBy).to.equal(null);
  });
});
