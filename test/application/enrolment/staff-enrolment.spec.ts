import { expect } from 'chai';
import type { EnrolmentView } from '../../../src/application/enrolment/enrolment-view.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import type { Person } from '../../../src/index.js';
import { person } from '../../../src/testing/index.js';
import { seances } from '../../support/api.js';
import { currentSession, today } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
}

interface Told {
  readonly type: string;
  readonly actor: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string };
  readonly data: Readonly<Record<string, unknown>>;
}

onHttp('The participants of a séance', (scene) => {
  const open = { enrolmentMode: 'public' };
  const more = Array.from({ length: 12 }, (_, index) => `more${index + 10}`);
  let number = 0;

  before(() => {
    for (const id of more) scene.host.withLearner(currentSession, person(id, 'Max', id));
    for (const id of ['learner3', 'learner4', 'learner5'])
      scene.host.withLearner(currentSession, person(id, 'Luc', id));
    scene.host
      .withGroup('class', 'Classe')
      .withLearner(currentSession, person('learner6', 'Lou', 'Six'), 'class');
  });

  beforeEach(() => {
    number += 1;
  });

  const at = (id: string) => `${seances}/${id}/enrolments`;
  const enrol = (id: string, as: string, query = '') =>
    scene.api.send<EnrolmentView>('PUT', `${at(id)}/me${query}`, { as });
  const leave = (id: string, as: string) => scene.api.delete(`${at(id)}/me`, { as });
  const participants = async (id: string, query = '') =>
    (await scene.api.get<Listed<EnrolmentView>>(`${at(id)}${query}`)).body;
  const candidates = async (id: string, query = '') => {
    const { items, total } = (await scene.api.get<Listed<Person>>(`${seances}/${id}/candidates${query}`))
      .body;
    return { ids: items.map((one) => one.id), total };
  };
  const enrolmentOf = async (id: string, learner: string) => {
    const { items } = await participants(id);
    return items.find(({ user }) => user.id === learner) ?? expect.fail(`${learner} is not in`);
  };
  const idsOf = ({ items }: Listed<EnrolmentView>) => items.map(({ user }) => user.id);

  /** What was told of the places of a séance, the first thing first. */
  async function trail(id: string) {
    const { items } = (await scene.api.get<Listed<Told>>(`${seances}/${id}/history`)).body;
    const told = items.filter(({ type }) => type.startsWith('enrolment.')).reverse();
    return told.map(({ type, actor, user, data: { enrolmentId, ...data } }) => {
      expect(enrolmentId).to.be.a('string').and.not.equal('');
      return [type.replace('enrolment.', ''), actor.id, user.id, data] as const;
    });
  }

  /** Two séances of one group. */
  async function pair(capacity: number | null = 1) {
    const parts = { ...open, capacity, groupName: `Participants ${number}` };
    return [(await scene.api.created(parts)).id, (await scene.api.created(parts)).id] as const;
  }

  describe('are written down', () => {
    it('with who took, waited for, gave up and got a place, how and why', async () => {
      const { id } = await scene.api.created({ ...open, capacity: 1 });
      await enrol(id, 'learner1');
      await enrol(id, 'learner2');
      await scene.api.post(at(id), { userIds: ['learner3', 'learner4'] });
      await leave(id, 'learner1');
      await leave(id, 'learner4');
      await scene.api.delete(`${at(id)}/${(await enrolmentOf(id, 'learner2')).id}`);

      expect(await trail(id)).to.deep.equal([
        ['enrolled', 'learner1', 'learner1', { source: 'self' }],
        ['waiting', 'learner2', 'learner2', { source: 'self' }],
        ['waiting', 'trainer1', 'learner3', { source: 'staff' }],
        ['waiting', 'trainer1', 'learner4', { source: 'staff' }],
        ['cancelled', 'learner1', 'learner1', { reason: 'left', status: 'enrolled' }],
        ['promoted', 'learner1', 'learner2', {}],
        ['cancelled', 'learner4', 'learner4', { reason: 'left', status: 'waiting' }],
        ['cancelled', 'trainer1', 'learner2', { reason: 'removed', status: 'enrolled' }],
        ['promoted', 'trainer1', 'learner3', {}],
      ]);
    });

    it('with the choice that a learner changed, and the séance that staff moved them to', async () => {
      const [one, other] = await pair();
      await enrol(one, 'learner1');
      await enrol(other, 'learner1', `?insteadOf=${one}`);
      const { id: enrolmentId } = await enrolmentOf(other, 'learner1');
      await scene.api.post(`${at(other)}/${enrolmentId}/move`, { seanceId: one });

      expect(await trail(one)).to.deep.equal([
        ['enrolled', 'learner1', 'learner1', { source: 'self' }],
        ['cancelled', 'learner1', 'learner1', { reason: 'changed', status: 'enrolled' }],
        ['enrolled', 'trainer1', 'learner1', { source: 'staff' }],
      ]);
      expect(await trail(other)).to.deep.equal([
        ['enrolled', 'learner1', 'learner1', { source: 'self' }],
        ['cancelled', 'trainer1', 'learner1', { reason: 'changed', status: 'enrolled' }],
      ]);
    });

    it('with the séance of no group that staff moved them from', async () => {
      const [from, to] = [await scene.api.created(open), await scene.api.created(open)];
      await enrol(from.id, 'learner1');
      const { id: enrolmentId } = await enrolmentOf(from.id, 'learner1');
      await scene.api.post(`${at(from.id)}/${enrolmentId}/move`, { seanceId: to.id });

      expect((await trail(from.id)).at(-1)).to.deep.equal([
        ...['cancelled', 'trainer1', 'learner1'],
        { reason: 'moved', status: 'enrolled' },
      ]);
    });

    it('with the choice that a promotion changed', async () => {
      const [one, other] = await pair();
      await enrol(one, 'learner1');
      await enrol(other, 'learner2');
      await enrol(other, 'learner1', `?insteadOf=${one}`);
      await leave(other, 'learner2');

      expect((await trail(one)).at(-1)).to.deep.equal([
        ...['cancelled', 'learner2', 'learner1'],
        { reason: 'changed', status: 'enrolled' },
      ]);
      expect((await trail(other)).at(-1)).to.deep.equal(['promoted', 'learner2', 'learner1', {}]);
    });

    it('with the place that staff gave to one who waited, past the others', async () => {
      await scene.api.send('PUT', '/api/v1/admin/settings', { as: 'admin', json: { promotion: 'staff' } });
      const { id } = await scene.api.created({ ...open, capacity: 1 });
      for (const learner of ['learner1', 'learner2', 'learner3']) await enrol(id, learner);
      await leave(id, 'learner1');
      const { id: enrolmentId } = await enrolmentOf(id, 'learner3');
      const { body } = await scene.api.send<EnrolmentView>('POST', `${at(id)}/${enrolmentId}/accept`);
      await scene.api.send('PUT', '/api/v1/admin/settings', {
        as: 'admin',
        json: { promotion: 'automatic' },
      });

      expect(body).to.include({ status: 'enrolled', enrolledAt: today, source: 'self' });
      expect((await trail(id)).at(-1)).to.deep.equal([
        'promoted',
        'trainer1',
        'learner3',
        { accepted: true },
      ]);
      expect((await enrolmentOf(id, 'learner2')).status).to.equal('waiting');
    });
  });

  describe('are listed', () => {
    it('with when they asked and when they got in', async () => {
      const { id } = await scene.api.created({ ...open, capacity: 1 });
      await enrol(id, 'learner1');
      await enrol(id, 'learner2');

      expect(await enrolmentOf(id, 'learner1')).to.deep.include({
        user: { id: 'learner1', name: 'Lea Learner', firstName: 'Lea', lastName: 'Learner' },
        ...{ status: 'enrolled', source: 'self', requestedAt: today, enrolledAt: today },
      });
      expect(await enrolmentOf(id, 'learner2')).to.include({
        ...{ status: 'waiting', position: 1, source: 'self', requestedAt: today, enrolledAt: null },
      });
    });

    it('by state, by name and by page', async () => {
      const { id } = await scene.api.created({ ...open, capacity: 2 });
      await scene.api.post(at(id), { userIds: ['learner1', 'learner3', 'learner2', 'learner4'] });

      expect(idsOf(await participants(id, '?status=enrolled'))).to.have.members(['learner1', 'learner3']);
      expect(idsOf(await participants(id, '?status=waiting'))).to.deep.equal(['learner2', 'learner4']);
      expect(idsOf(await participants(id, '?q=luc'))).to.have.members(['learner3', 'learner4']);
      await scene.api.post(at(id), { userIds: more });
      const second = await participants(id, '?page=2&size=10');
      expect([second.items.length, second.total]).to.deep.equal([6, 16]);
    });

    it('as the learners of the session where everybody is in, none of whom waits', async () => {
      const { id } = await scene.api.created({ enrolmentMode: 'automatic' });
      const { items } = await participants(id, '?q=lou');

      expect(items).to.deep.equal([
        {
          id: 'learner6',
          user: { id: 'learner6', name: 'Lou Six', firstName: 'Lou', lastName: 'Six' },
          ...{ status: 'enrolled', requestedAt: null, enrolledAt: null, source: 'automatic' },
        },
      ]);
      expect(await participants(id, '?status=waiting')).to.include({ total: 0 });
      expect((await participants(id, '?status=waiting')).items).to.deep.equal([]);
      const second = await participants(id, '?page=2&size=10');
      expect([second.items.length, second.total]).to.deep.equal([8, 18]);
    });
  });

  describe('who may still come', () => {
    it('are those of the session who are not in and do not wait, page by page or all', async () => {
      const { id } = await scene.api.created({ ...open, capacity: 1 });
      await scene.api.post(at(id), { userIds: ['learner1', 'learner3'] });
      const all = await candidates(id, '?size=all');

      expect(all.ids).to.have.members(['learner2', 'learner4', 'learner5', 'learner6', ...more]);
      expect(all.total).to.equal(16);
      const pages = [await candidates(id, '?page=1&size=10'), await candidates(id, '?page=2&size=10')];
      expect(pages.map(({ total }) => total)).to.deep.equal([16, 16]);
      expect(pages.map(({ ids }) => ids)).to.deep.equal([all.ids.slice(0, 10), all.ids.slice(10)]);
    });

    it('are looked for by name, and by group of the host', async () => {
      const { id } = await scene.api.created(open);

      expect(await candidates(id, '?q=lou')).to.deep.equal({ ids: ['learner6'], total: 1 });
      expect(await candidates(id, '?group=class')).to.deep.equal({ ids: ['learner6'], total: 1 });
    });

    it('are nobody where everybody is in', async () => {
      const { id } = await scene.api.created({ enrolmentMode: 'automatic' });
      expect(await candidates(id, '?size=all')).to.deep.equal({ ids: [], total: 0 });
    });
  });

  it('keep a séance out of a group that would put one of them over its limit', async () => {
    const [one, other] = await pair(null);
    for (const id of [one, other]) await scene.api.patch(`${seances}/${id}`, { groupName: null });
    for (const id of [one, other]) await enrol(id, 'learner1');
    const groupName = `Ensemble ${number}`;
    await scene.api.patch(`${seances}/${one}`, { groupName });
    const answer = await scene.api.patch(`${seances}/${other}`, { groupName });

    expect(answer.status).to.equal(409);
    expect(answer.body).to.deep.include({ code: 'group-limit' });
    const { errors = [] } = answer.body as { errors?: { pointer: string; code: string; message: string }[] };
    expect(errors.map(({ pointer, code }) => [pointer, code])).to.deep.equal([['/groupName', 'group-limit']]);
    expect((await scene.api.get<SeanceView>(`${seances}/${other}`)).body.group).to.equal(null);
  });
});
