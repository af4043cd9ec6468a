import { expect } from 'chai';
import type { EnrolmentView } from '../../../src/application/enrolment/enrolment-view.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { person } from '../../../src/testing/index.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { onHttp, type Scene } from '../../support/scene.js';

function enrolments({ api }: Scene) {
  return {
    enrol: (id: string, as: string, query = '') =>
      api.send<EnrolmentView>('PUT', `${seances}/${id}/enrolments/me${query}`, { as }),
    leave: (id: string, as: string) => api.delete(`${seances}/${id}/enrolments/me`, { as }),
    get: async (id: string, as = 'trainer1') => (await api.get<SeanceView>(`${seances}/${id}`, { as })).body,
    participants: async (id: string, query = '') =>
      (await api.get<{ items: EnrolmentView[]; total: number }>(`${seances}/${id}/enrolments${query}`)).body,
    staff: (id: string, body: unknown, as = 'trainer1') =>
      api.post<{ results: { userId: string; outcome: string }[] }>(`${seances}/${id}/enrolments`, body, {
        as,
      }),
  };
}

const open = { enrolmentMode: 'public' };

onHttp('Enrolment', (scene) => {
  it('gives the last place, then turns in the queue, and moves the queue when somebody leaves', async () => {
    const { enrol, leave, get } = enrolments(scene);
    const { id } = await scene.api.created({ ...open, capacity: 1 });

    expect((await enrol(id, 'learner1')).status).to.equal(201);
    const waiting = await enrol(id, 'learner2');
    expect([waiting.status, waiting.body.status, waiting.body.position]).to.deep.equal([202, 'waiting', 1]);
    expect((await enrol(id, 'learner2')).status).to.equal(200);
    expect(await get(id)).to.include({ enrolledCount: 1, waitingCount: 1 });

    expect((await leave(id, 'learner1')).status).to.equal(204);
    expect((await get(id, 'learner2')).myEnrolment).to.deep.equal({ status: 'enrolled' });
    expect((await get(id, 'learner1')).myEnrolment).to.equal(null);
  });

  it('enrols several people at once, and says what became of each', async () => {
    const { id } = await scene.api.created({ enrolmentMode: 'manual', capacity: 1 });
    const userIds = ['learner1', 'nobody', 'learner2', 'learner1'];
    const { status, body } = await enrolments(scene).staff(id, { userIds });

    expect(status).to.equal(200);
    expect(body.results).to.deep.equal([
      { userId: 'learner1', outcome: 'enrolled' },
      { userId: 'nobody', outcome: 'not-a-learner' },
      { userId: 'learner2', outcome: 'waiting' },
    ]);
  });
});

onHttp('The rules of enrolment', (scene) => {
  before(() => {
    for (const id of ['learner3', 'learner4']) {
      scene.host.withLearner('demo-2026', person(id, 'Luc', id));
    }
  });

  it('refuse who is no learner, what is not public, and what has started, each with its reason', async () => {
    const { enrol, get, leave } = enrolments(scene);
    const manual = await scene.api.created({ enrolmentMode: 'manual' });
    const past = await scene.api.created({ ...open, start: '2026-11-23T10:00', end: '2026-11-23T18:00' });
    const coming = await scene.api.created(open);

    refusedWith(await enrol(coming.id, 'trainer1'), 409, 'not-a-learner');
    refusedWith(await enrol(manual.id, 'learner1'), 409, 'not-public');
    refusedWith(await enrol(past.id, 'learner1'), 409, 'seance-started');
    refusedWith(await leave(past.id, 'learner1'), 409, 'seance-started');
    refusedWith(await enrol('nothing', 'learner1'), 404, 'not-found');
    refusedWith(await enrol(coming.id, 'outsider'), 404, 'not-found');
    expect((await get(manual.id, 'learner1')).enrolmentRefusal).to.equal('not-public');
    expect((await get(coming.id, 'learner1')).enrolmentRefusal).to.equal(null);
  });

  it('let everybody of the session be in an automatic séance, without a row', async () => {
    const { enrol, leave, get, participants, staff } = enrolments(scene);
    const { id } = await scene.api.created({ enrolmentMode: 'automatic', capacity: 1 });

    expect((await enrol(id, 'learner1')).status).to.equal(200);
    refusedWith(await leave(id, 'learner1'), 409, 'enrolment-automatic');
    refusedWith(await staff(id, { userIds: ['learner1'] }), 409, 'enrolment-automatic');
    expect((await get(id, 'learner1')).myEnrolment).to.deep.equal({ status: 'enrolled' });
    expect((await participants(id)).total).to.equal(4);
    expect(await scene.database.knex('seance_enrolment').where({ seance_id: id })).to.deep.equal([]);
  });

  it('promote when the capacity is raised, and refuse one below the number enrolled, with the numbers', async () => {
    const { enrol, get } = enrolments(scene);
    const { id } = await scene.api.created({ ...open, capacity: 1 });
    for (const learner of ['learner1', 'learner2', 'learner3']) await enrol(id, learner);

    await scene.api.patch(`${seances}/${id}`, { capacity: 2 });
    expect(await get(id)).to.include({ enrolledCount: 2, waitingCount: 1 });
    const { errors = [] } = refusedWith(
      await scene.api.patch(`${seances}/${id}`, { capacity: 1 }),
      409,
      'capacity-below-enrolled',
    );
    expect(errors[0]?.pointer).to.equal('/capacity');
    expect(errors[0]?.message).to.match(/2.*1/);
    expect((await get(id)).capacity).to.equal(2);
  });

  it('hold the limit of a group over its séances, and let a choice be changed in one step', async () => {
    const { enrol, get } = enrolments(scene);
    const group = { ...open, capacity: 1, groupName: 'Ateliers du matin' };
    const [one, other] = [await scene.api.created(group), await scene.api.created(group)];

    expect((await enrol(one.id, 'learner1')).status).to.equal(201);
    refusedWith(await enrol(other.id, 'learner1'), 409, 'group-limit');
    expect((await get(other.id, 'learner1')).enrolmentRefusal).to.equal('group-limit');

    expect((await enrol(other.id, 'learner2')).status).to.equal(201);
    // The other one is full: the old place is kept until the new one is certain.
    expect((await enrol(other.id, 'learner1', `?insteadOf=${one.id}`)).status).to.equal(202);
    expect((await get(one.id, 'learner1')).myEnrolment).to.deep.equal({ status: 'enrolled' });
    await enrolments(scene).leave(other.id, 'learner2');
    expect((await get(other.id, 'learner1')).myEnrolment).to.deep.equal({ status: 'enrolled' });
    expect((await get(one.id, 'learner1')).myEnrolment).to.equal(null);
    expect((await get(one.id)).enrolledCount).to.equal(0);
  });

  it('give a free place at once to who waits for it and names the place to give up', async () => {
    const { enrol, leave, get } = enrolments(scene);
    const group = { ...open, capacity: 1, groupName: 'Ateliers du jeudi' };
    const [one, other] = [await scene.api.created(group), await scene.api.created(group)];
    await enrol(one.id, 'learner3');
    await enrol(one.id, 'learner1');
    await enrol(other.id, 'learner1');
    await leave(one.id, 'learner3');
    expect((await get(one.id, 'learner1')).myEnrolment).to.deep.equal({ status: 'waiting', position: 1 });

    const { status, body } = await enrol(one.id, 'learner1', `?insteadOf=${other.id}`);
    expect([status, body.status]).to.deep.equal([200, 'enrolled']);
    expect((await get(other.id)).enrolledCount).to.equal(0);
  });

  it('do not take a place in a deleted séance for one to give up, which would pass over the limit', async () => {
    const { enrol } = enrolments(scene);
    const group = { ...open, groupName: 'Ateliers du vendredi' };
    const [deleted, one, other] = [
      await scene.api.created(group),
      await scene.api.created(group),
      await scene.api.created(group),
    ];
    await enrol(deleted.id, 'learner1');
    await scene.api.delete(`${seances}/${deleted.id}`);
    await enrol(one.id, 'learner1');

    refusedWith(await enrol(other.id, 'learner1', `?insteadOf=${deleted.id}`), 409, 'group-limit');
  });

  it('let who was held back by a limit move up when they leave the other séance, or the limit is raised', async () => {
    const { enrol, leave, get } = enrolments(scene);
    const group = { ...open, capacity: 1, groupName: 'Ateliers du soir' };
    const [one, other] = [await scene.api.created(group), await scene.api.created(group)];
    await enrol(one.id, 'learner3');
    await enrol(other.id, 'learner4');
    for (const { id } of [one, other]) expect((await enrol(id, 'learner1')).status).to.equal(202);
    await leave(one.id, 'learner3');
    await leave(other.id, 'learner4');
    expect((await get(one.id, 'learner1')).myEnrolment).to.deep.equal({ status: 'enrolled' });
    expect((await get(other.id, 'learner1')).myEnrolment).to.deep.equal({ status: 'waiting', position: 1 });

    // A newcomer passes somebody who cannot take the place, and who keeps the turn.
    const { body } = await scene.api.patch<{ limit: number }>(
      `/api/v1/spaces/demo/groups/${one.group?.id ?? ''}`,
      { limit: 2 },
    );
    expect(body.limit).to.equal(2);
    expect((await get(other.id, 'learner1')).myEnrolment).to.deep.equal({ status: 'enrolled' });
    invalid(await scene.api.patch(`/api/v1/spaces/demo/groups/${one.group?.id ?? ''}`, { limit: 1 }), [
      '/limit',
      'limit-below-enrolled',
    ]);
    expect((await scene.api.delete(`/api/v1/spaces/demo/groups/${one.group?.id ?? ''}`)).status).to.equal(
      204,
    );
    expect((await get(one.id)).group).to.equal(null);
  });

  it('keep everybody in when a séance stops being automatic, and say so when there are too few places', async () => {
    const { get, participants } = enrolments(scene);
    const { id } = await scene.api.created({ enrolmentMode: 'automatic' });
    refusedWith(
      await scene.api.patch(`${seances}/${id}`, { enrolmentMode: 'manual', capacity: 2 }),
      409,
      'capacity-below-enrolled',
    );
    await scene.api.patch(`${seances}/${id}`, { enrolmentMode: 'manual' });
    expect((await participants(id)).items.every(({ source }) => source === 'automatic')).to.equal(true);
    expect((await get(id)).enrolledCount).to.equal(4);
    await scene.api.patch(`${seances}/${id}`, { enrolmentMode: 'automatic' });
    expect(await scene.database.knex('seance_enrolment').where({ seance_id: id })).to.deep.equal([]);
  });

  it('let staff accept, move and remove', async () => {
    const { enrol, get, participants } = enrolments(scene);
    const one = await scene.api.created({ ...open, capacity: 1 });
    const other = await scene.api.created({ ...open, capacity: 1 });
    await enrol(one.id, 'learner1');
    await enrol(one.id, 'learner2');
    const { items } = await participants(one.id);
    expect(items.map(({ user, status }) => [user.id, status])).to.deep.equal([
      ['learner1', 'enrolled'],
      ['learner2', 'waiting'],
    ]);
    const [first, second] = items as [EnrolmentView, EnrolmentView];
    const at = (id: string) => `${seances}/${one.id}/enrolments/${id}`;
    refusedWith(await scene.api.send('POST', `${at(second.id)}/accept`), 409, 'seance-full');

    invalid(await scene.api.post(`${at(first.id)}/move`, { seanceId: one.id }), ['/seanceId', 'not-allowed']);
    const moved = await scene.api.post<EnrolmentView>(`${at(first.id)}/move`, { seanceId: other.id });
    expect([moved.status, moved.body.status]).to.deep.equal([200, 'enrolled']);
    expect((await get(one.id, 'learner2')).myEnrolment).to.deep.equal({ status: 'enrolled' });
    refusedWith(await scene.api.post(`${at(second.id)}/move`, { seanceId: other.id }), 409, 'seance-full');
    expect((await scene.api.delete(at(second.id))).status).to.equal(204);
    refusedWith(await scene.api.delete(at(second.id)), 404, 'not-found');
    expect((await get(one.id)).enrolledCount).to.equal(0);
  });

  it('offer those of the session who are not in yet', async () => {
    const { enrol } = enrolments(scene);
    const { id } = await scene.api.created(open);
    await enrol(id, 'learner1');
    for (const q of ['luc', '“Lu\u00adc”']) {
      const { body } = await scene.api.get<{ items: { id: string }[]; total: number }>(
        `${seances}/${id}/candidates?q=${encodeURIComponent(q)}`,
      );
      expect(body.items.map((one) => one.id)).to.deep.equal(['learner3', 'learner4']);
      expect(body.total).to.equal(2);
    }
  });

  it('keep places with a deleted séance, and displace who has taken another one meanwhile', async () => {
    const { enrol, get } = enrolments(scene);
    const group = { ...open, groupName: 'Ateliers de midi' };
    const [one, other] = [await scene.api.created(group), await scene.api.created(group)];
    await enrol(one.id, 'learner1');
    await enrol(one.id, 'learner2');
    await scene.api.delete(`${seances}/${one.id}`);
    expect((await enrol(other.id, 'learner1')).status).to.equal(201);
    const { body } = await scene.api.send<SeanceView & { displaced: number }>(
      'POST',
      `${seances}/${one.id}/restore`,
    );
    expect(body).to.include({ displaced: 1, enrolledCount: 1, waitingCount: 1 });
    expect((await get(one.id, 'learner2')).myEnrolment).to.deep.equal({ status: 'enrolled' });
  });

  it('refuse bodies that make no sense, and keep the others of the same request', async () => {
    const { staff } = enrolments(scene);
    const { id } = await scene.api.created(open);
    const many = Array.from({ length: 50_000 }, (_, index) => `u${index}`);
    invalid(await staff(id, { userIds: many }), ['/userIds', 'too-long']);
    invalid(await staff(id, { groupIds: ['no-such-group'] }), ['/groupIds/0', 'not-proposed']);
    invalid(await staff(id, {}), ['/userIds', 'required']);
    refusedWith(await staff(id, { userIds: ['learner1'] }, 'learner1'), 403, 'forbidden');
    refusedWith(await staff(id, { userIds: ['learner1'] }, 'editor'), 403, 'forbidden');
  });

  it('list what somebody takes part in', async () => {
    const { enrol } = enrolments(scene);
    const { id } = await scene.api.created({ ...open, name: 'La mienne' });
    await scene.api.created({ ...open, name: 'La leur' });
    await enrol(id, 'learner2');
    const { body } = await scene.api.get<{ items: SeanceView[] }>(`${seances}?mine=true&q=la&size=all`, {
      as: 'learner2',
    });
    expect(body.items.map(({ name }) => name))
      .to.include('La mienne')
      .and.not.include('La leur');
  });

  it('are written down for staff: who did what, when, and to whom', async () => {
    const { enrol } = enrolments(scene);
    const { id } = await scene.api.created(open);
    await enrol(id, 'learner1');
    await scene.api.patch(`${seances}/${id}`, { capacity: 9 });
    const { body } = await scene.api.get<{
      items: { type: string; actor: { id: string }; user: { id: string } | null; data: object }[];
    }>(`${seances}/${id}/history`);
    expect(body.items.map(({ type }) => type)).to.deep.equal([
      'seance.edited',
      'enrolment.enrolled',
      'seance.created',
    ]);
    expect(body.items[0]?.data).to.deep.include({ before: { capacity: null }, after: { capacity: 9 } });
    expect([body.items[1]?.actor.id, body.items[1]?.user?.id]).to.deep.equal(['learner1', 'learner1']);
    refusedWith(await scene.api.get(`${seances}/${id}/history`, { as: 'learner1' }), 403, 'forbidden');
  });

  it('tells who may edit, but not enrol, who made the versions of a séance, and nothing of its enrolments', async () => {
    const { id } = await scene.api.created({ enrolmentMode: 'public' });
    const path = `${seances}/${id}`;
    await scene.api.send('PUT', `${path}/enrolments/me`, { as: 'learner1' });
    await scene.api.patch(path, { capacity: 9 }, { as: 'manager' });
    const mine = { as: 'editor', headers: { 'if-match': '"1"' } };
    refusedWith(await scene.api.patch(path, { capacity: 8 }, mine), 412, 'stale');

    const { body } = await scene.api.get<{
      readonly items: readonly { readonly type: string; readonly actor: { readonly name: string } }[];
      readonly total: number;
    }>(`${path}/edits`, { as: 'editor' });
    expect(body.items.map(({ type, actor }) => [type, actor.name])).to.deep.equal([
      ['seance.edited', 'Max Manager'],
      ['seance.created', 'Zoé Étienne'],
    ]);
    expect(body.total).to.equal(2);
    refusedWith(await scene.api.get(`${path}/history`, { as: 'editor' }), 403, 'forbidden');
    refusedWith(await scene.api.get(`${path}/edits`, { as: 'enroller' }), 403, 'forbidden');
  });
});
