import { expect } from 'chai';
import type { EnrolmentView } from '../../../src/application/enrolment/enrolment-view.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { shiftInstant } from '../../../src/domain/time/schedule.js';
import { person } from '../../../src/testing/index.js';
import { type Answer, refusedWith, seances } from '../../support/api.js';
import { currentSession } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

interface Told {
  readonly type: string;
  readonly actor: { readonly id: string };
  readonly user: { readonly id: string };
  readonly data: Readonly<Record<string, unknown>>;
}

const hour = 60;

onHttp('The list of a séance that has begun', (scene) => {
  let number = 0;

  before(() => {
    for (const id of ['learner3', 'learner4']) scene.host.withLearner(currentSession, person(id, 'Luc', id));
  });

  beforeEach(() => {
    number += 1;
  });

  afterEach(() => set({ closingDelayMinutes: 0, enrolmentEnabled: true }));

  const set = async (json: object) => {
    const { status } = await scene.api.send('PUT', '/api/v1/admin/settings', { as: 'admin', json });
    expect(status).to.equal(200);
  };
  const wait = (minutes: number) => scene.clock.advance(minutes * 60);
  const wall = (minutes: number) => shiftInstant(scene.clock.now(), minutes * 60).slice(0, 16);
  /** A public séance of half an hour, that begins in so many minutes. */
  const seance = (minutes: number, parts: object = {}) =>
    scene.api.created({
      ...{ enrolmentMode: 'public', name: `Dans ${minutes}`, timeZone: 'UTC' },
      ...{ start: wall(minutes), end: wall(minutes + 30), ...parts },
    });
  const at = ({ id }: SeanceView) => `${seances}/${id}/enrolments`;
  const own = (method: 'PUT' | 'DELETE', where: SeanceView, as: string) =>
    scene.api.send(method, `${at(where)}/me`, { as });
  const add = async (where: SeanceView, ...userIds: readonly string[]) => {
    const { status, text, body } = await scene.api.post<{ results: { outcome: string }[] }>(at(where), {
      userIds,
    });
    expect(status, text).to.equal(200);
    return body.results.map(({ outcome }) => outcome);
  };
  const enrolmentOf = async (where: SeanceView, userId: string) => {
    const { body } = await scene.api.get<{ items: readonly EnrolmentView[] }>(at(where));
    const found = body.items.find(({ user }) => user.id === userId) ?? expect.fail(`${userId} is not in`);
    return `${at(where)}/${found.id}`;
  };
  const remove = async (where: SeanceView, userId: string) =>
    scene.api.delete(await enrolmentOf(where, userId));
  const move = async (where: SeanceView, userId: string, to: SeanceView) =>
    scene.api.post(`${await enrolmentOf(where, userId)}/move`, { seanceId: to.id });
  const line = async (where: SeanceView) => {
    const { body } = await scene.api.get<{ items: readonly EnrolmentView[] }>(at(where));
    return body.items.map(({ user, position }) => `${user.id}${position ? ` ${position}` : ''}`);
  };
  /** What was told since the séance has begun, as it was first told. */
  const corrections = async ({ id }: SeanceView) => {
    const { body } = await scene.api.get<{ items: readonly Told[] }>(`${seances}/${id}/history`);
    return body.items
      .filter(({ data }) => data['correction'] === true)
      .reverse()
      .map(({ type, actor, user }) => [type.replace('enrolment.', ''), actor.id, user.id]);
  };
  const done = ({ status, text }: Answer) => expect(status, text).to.be.below(300);

  it('is corrected by staff, who came and who did not, and the history says that it was', async () => {
    const past = await seance(hour, { enrolmentMode: 'manual' });
    await add(past, 'learner1');
    wait(2 * hour);

    done(await remove(past, 'learner1'));
    expect(await add(past, 'learner2', 'learner2', 'trainer1')).to.deep.equal(['enrolled', 'not-a-learner']);
    expect(await line(past)).to.deep.equal(['learner2']);
    expect(await corrections(past)).to.deep.equal([
      ['cancelled', 'trainer1', 'learner1'],
      ['enrolled', 'trainer1', 'learner2'],
    ]);
  });

  it('stays as it is for learners, who are told the same as before', async () => {
    const past = await seance(hour);
    done(await own('PUT', past, 'learner1'));
    wait(2 * hour);

    refusedWith(await own('PUT', past, 'learner2'), 409, 'seance-started');
    refusedWith(await own('DELETE', past, 'learner1'), 409, 'seance-started');
    for (const [as, bar, kept] of [
      ['learner1', null, 'seance-started'],
      ['learner2', 'seance-started', null],
    ] as const) {
      const { body } = await scene.api.get<SeanceView>(`${seances}/${past.id}`, { as });
      expect([body.enrolmentRefusal, body.leaveRefusal], as).to.deep.equal([bar, kept]);
    }
    refusedWith(
      await scene.api.post(at(past), { userIds: ['learner2'] }, { as: 'learner1' }),
      403,
      'forbidden',
    );
    expect(await line(past)).to.deep.equal(['learner1']);
  });

  it('has nobody from its queue: whom staff add has the place that is free, and nobody waits any more', async () => {
    const past = await seance(hour, { capacity: 1 });
    for (const as of ['learner1', 'learner2', 'learner3']) done(await own('PUT', past, as));
    wait(2 * hour);

    expect(await add(past, 'learner4')).to.deep.equal(['seance-full']);
    done(await remove(past, 'learner1'));
    expect(await line(past)).to.deep.equal(['learner2 1', 'learner3 2']);
    expect(await add(past, 'learner4', 'learner1')).to.deep.equal(['enrolled', 'seance-full']);
    refusedWith(
      await scene.api.post(`${await enrolmentOf(past, 'learner3')}/accept`, undefined),
      409,
      'seance-full',
    );
    done(await scene.api.patch(`${seances}/${past.id}`, { capacity: 2 }));
    expect(await line(past)).to.deep.equal(['learner4', 'learner2 1', 'learner3 2']);
    done(await scene.api.post(`${await enrolmentOf(past, 'learner3')}/accept`, undefined));
    expect(await line(past)).to.have.members(['learner3', 'learner4', 'learner2 1']);
    expect(await corrections(past)).to.deep.equal([
      ['cancelled', 'trainer1', 'learner1'],
      ['enrolled', 'trainer1', 'learner4'],
      ['promoted', 'trainer1', 'learner3'],
    ]);
  });

  it('holds the limit of its group, and who was moved out of it is moved back', async () => {
    const grouping = { groupName: `Au choix ${number}` };
    const [past, later] = [
      await seance(hour, grouping),
      await seance(72 * hour, { ...grouping, capacity: 1 }),
    ];
    done(await own('PUT', past, 'learner1'));
    done(await own('PUT', later, 'learner2'));
    wait(2 * hour);

    expect(await add(past, 'learner2')).to.deep.equal(['group-limit']);
    refusedWith(await move(past, 'learner1', later), 409, 'seance-full');
    done(await own('DELETE', later, 'learner2'));
    done(await move(past, 'learner1', later));
    expect([await line(past), await line(later)]).to.deep.equal([[], ['learner1']]);
    done(await move(later, 'learner1', past));
    expect([await line(past), await line(later)]).to.deep.equal([['learner1'], []]);
    expect(await corrections(past)).to.deep.equal([
      ['cancelled', 'trainer1', 'learner1'],
      ['enrolled', 'trainer1', 'learner1'],
    ]);
    expect(await corrections(later)).to.deep.equal([]);
  });

  it('is said to be corrected from the second in which it begins, and the closing delay never holds staff', async () => {
    const soon = await seance(hour);
    await set({ closingDelayMinutes: 24 * hour });
    wait(hour - 1);
    expect(await add(soon, 'learner1')).to.deep.equal(['enrolled']);
    expect(await corrections(soon)).to.deep.equal([]);
    wait(1);

    expect(await add(soon, 'learner2')).to.deep.equal(['enrolled']);
    expect(await corrections(soon)).to.deep.equal([['enrolled', 'trainer1', 'learner2']]);
  });

  it('is that of the session when it is automatic, and is added to only while enrolment is on', async () => {
    const [automatic, manual] = [await seance(hour, { enrolmentMode: 'automatic' }), await seance(hour)];
    await add(manual, 'learner1');
    wait(2 * hour);
    await set({ enrolmentEnabled: false });

    refusedWith(await scene.api.post(at(manual), { userIds: ['learner2'] }), 409, 'enrolment-disabled');
    done(await remove(manual, 'learner1'));
    await set({ enrolmentEnabled: true });
    refusedWith(await scene.api.post(at(automatic), { userIds: ['learner1'] }), 409, 'enrolment-automatic');
    refusedWith(await scene.api.delete(`${at(automatic)}/learner1`), 404, 'not-found');
  });
});
