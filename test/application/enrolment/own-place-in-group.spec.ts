import { expect } from 'chai';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { currentSession } from '../../support/campus.js';
import { seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const open = { enrolmentMode: 'public' };

interface Told {
  readonly type: string;
  readonly user: { readonly id: string } | null;
  readonly data: Readonly<Record<string, unknown>>;
}

onHttp('A place in a séance', (scene) => {
  let number = 0;
  const own = (id: string, learner: string, method = 'PUT') =>
    scene.api.send<Record<string, unknown>>(method, `${seances}/${id}/enrolments/me`, { as: learner });
  const mine = async (id: string, learner: string) =>
    (await scene.api.get<SeanceView>(`${seances}/${id}`, { as: learner })).body.myEnrolment;
  const history = async (id: string) =>
    (await scene.api.get<{ readonly items: readonly Told[] }>(`${seances}/${id}/history`)).body.items;
  /** Two séances of a group of which one learner may have one, the second with a single place. */
  const pair = async () => {
    const groupName = `Au choix ${(number += 1)}`;
    const one = await scene.api.created({ ...open, groupName });
    return [one.id, (await scene.api.created({ ...open, groupName, capacity: 1 })).id] as const;
  };

  it('that is asked for again is the same, and so is a turn in the queue', async () => {
    const { id } = await scene.api.created({ ...open, capacity: 1 });
    const first = await own(id, 'learner1');
    const second = await own(id, 'learner2');

    expect([first.status, second.status]).to.deep.equal([201, 202]);
    const [again, waiting] = [await own(id, 'learner1'), await own(id, 'learner2')];
    expect([again.status, again.body]).to.deep.equal([200, first.body]);
    expect([waiting.status, waiting.body]).to.deep.equal([200, second.body]);
    expect(waiting.body['position']).to.equal(1);
    expect((await history(id)).filter(({ type }) => type.startsWith('enrolment.'))).to.have.length(2);
  });

  it('can be given up by who is no learner of the session any more', async () => {
    const { id } = await scene.api.created(open);
    await own(id, 'learner2');
    scene.host.directory.removeLearner(currentSession, 'learner2');
    const left = await own(id, 'learner2', 'DELETE');
    scene.host.withLearner(currentSession, {
      id: 'learner2',
      name: 'Leo Learner',
      firstName: 'Leo',
      lastName: 'Learner',
    });

    expect(left.status).to.equal(204);
    expect((await scene.api.get<SeanceView>(`${seances}/${id}`)).body.enrolledCount).to.equal(0);
  });

  it('counts at once: who asks for two of a group at the same time gets one, and may change at the same time', async () => {
    const [one, other] = await pair();
    const both = await Promise.all([own(one, 'learner1'), own(other, 'learner1')]);
    expect(both.map(({ status, body }) => [status, body['code']])).to.have.deep.members([
      [201, undefined],
      [409, 'group-limit'],
    ]);
    const [had, wanted] = both[0].status === 201 ? [one, other] : [other, one];
    const changed = await Promise.all([own(had, 'learner1', 'DELETE'), own(wanted, 'learner1')]);

    expect(changed.map(({ status }) => status)).to.deep.equal([204, 201]);
    expect([await mine(had, 'learner1'), await mine(wanted, 'learner1')]).to.deep.equal([
      null,
      { status: 'enrolled' },
    ]);
  });

  it('counts when a promotion gave it: the next one of the same learner waits', async () => {
    const [one, other] = await pair();
    const third = (await scene.api.created({ ...open, groupName: `Au choix ${number}`, capacity: 1 })).id;
    for (const id of [other, third]) {
      await own(id, 'learner2', 'PUT');
      await own(id, 'learner1');
      await own(id, 'learner2', 'DELETE');
      if (id === other) expect(await mine(id, 'learner1')).to.deep.equal({ status: 'enrolled' });
    }
    expect((await own(one, 'learner1')).body['code']).to.equal('group-limit');
  });

  it('is answered with when it was taken, also when an earlier wish moves its learner on at once', async () => {
    const group = { ...open, capacity: 1, groupName: 'Vœux' };
    const [first, wished, third] = [
      await scene.api.created(group),
      await scene.api.created(group),
      await scene.api.created(group),
    ];
    const change = (to: string, from: string) =>
      scene.api.send<{ readonly status: string }>('PUT', `${seances}/${to}/enrolments/me?insteadOf=${from}`, {
        as: 'learner1',
      });
    await own(first.id, 'learner1');
    await own(wished.id, 'learner2');
    await change(wished.id, first.id);
    await change(third.id, first.id);
    await scene.api.patch(`${seances}/${wished.id}`, { capacity: 2 });
    const { status, body } = await change(first.id, third.id);

    expect([status, body.status]).to.deep.equal([201, 'enrolled']);
    const places = [first, wished, third].map(({ id }) => mine(id, 'learner1'));
    expect(await Promise.all(places)).to.deep.equal([null, { status: 'enrolled' }, null]);
  });

  it('counts in its group no more when its séance is deleted: who waited for the limit moves up', async () => {
    const [one, other] = await pair();
    await own(other, 'learner2');
    await own(other, 'learner1');
    await own(one, 'learner1');
    await own(other, 'learner2', 'DELETE');
    expect(await mine(other, 'learner1')).to.deep.equal({ status: 'waiting', position: 1 });

    await scene.api.delete(`${seances}/${one}`);
    expect(await mine(other, 'learner1')).to.deep.equal({ status: 'enrolled' });
    expect((await history(other))[0]).to.deep.include({ type: 'enrolment.promoted' });
  });

  it('becomes a turn in the queue when its séance comes back and the limit was used meanwhile', async () => {
    const [one, other] = await pair();
    await own(one, 'learner1');
    await scene.api.delete(`${seances}/${one}`);
    await own(other, 'learner1');
    await scene.api.post(`${seances}/${one}/restore`, undefined);

    expect(await mine(one, 'learner1')).to.deep.equal({ status: 'waiting', position: 1 });
    expect(await mine(other, 'learner1')).to.deep.equal({ status: 'enrolled' });
    const [event] = (await history(one)).filter(({ type }) => type.startsWith('enrolment.'));
    expect([event?.type, event?.user?.id, event?.data['reason']]).to.deep.equal([
      'enrolment.waiting',
      'learner1',
      'restored-without-a-place',
    ]);
    await own(other, 'learner1', 'DELETE');
    expect(await mine(one, 'learner1')).to.deep.equal({ status: 'enrolled' });
  });
});
