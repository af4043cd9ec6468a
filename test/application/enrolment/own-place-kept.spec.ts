import { expect } from 'chai';
import type { EnrolmentView } from '../../../src/application/enrolment/enrolment-view.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';
import { person } from '../../../src/testing/index.js';
import { type Answer, refusedWith, seances } from '../../support/api.js';
import { currentSession } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

const [hour, day] = [60, 1_440];
const automatic = { enrolmentMode: 'automatic', groupName: null };

onHttp('A place that may not be left', (scene) => {
  let number = 0;

  before(() => {
    scene.host.withLearner(currentSession, person('learner3', 'Luc', 'Learner'));
  });

  beforeEach(() => {
    number += 1;
  });

  afterEach(() => set({ closingDelayMinutes: 0, promotion: 'automatic' }));

  const set = async (json: object) => {
    const { status } = await scene.api.send('PUT', '/api/v1/admin/settings', { as: 'admin', json });
    expect(status).to.equal(200);
  };
  const wall = (minutes: number) => shiftInstant(scene.clock.now(), minutes * 60).slice(0, 16);
  const times = (minutes: number) => ({ start: wall(minutes), end: wall(minutes + 30), timeZone: 'UTC' });
  const wait = (minutes: number) => scene.clock.advance(minutes * 60);
  /** A public séance of the group of this test, that begins in so many minutes. */
  const seance = (minutes: number, parts: object = {}) =>
    scene.api.created({
      ...{ enrolmentMode: 'public', groupName: `Au choix ${number}`, name: `Dans ${minutes}` },
      ...{ ...times(minutes), ...parts },
    });
  const own = (method: string, { id }: SeanceView, as: string, query = '') =>
    scene.api.send<EnrolmentView>(method, `${seances}/${id}/enrolments/me${query}`, { as });
  const enrol = async (where: SeanceView, as: string, status: number, instead?: SeanceView) => {
    const answer = await own('PUT', where, as, instead ? `?insteadOf=${instead.id}` : '');
    expect(answer.status, answer.text).to.equal(status);
    return answer;
  };
  const patch = async ({ id }: SeanceView, json: object) => {
    const answer = await scene.api.patch(`${seances}/${id}`, json);
    expect(answer.status, answer.text).to.equal(200);
  };
  const limit = async ({ group }: SeanceView, most: number) => {
    await scene.api.patch(`/api/v1/spaces/demo/groups/${group?.id}`, { limit: most });
  };
  /** Who is in, and who waits, as a learner's id and the state. */
  const line = async ({ id }: SeanceView) => {
    const { body } = await scene.api.get<{ items: readonly EnrolmentView[] }>(`${seances}/${id}/enrolments`);
    return body.items.map(({ user, status, position }) => `${user.id} ${position ?? status}`);
  };
  const accept = async ({ id }: SeanceView, learner: string) => {
    const path = `${seances}/${id}/enrolments`;
    const { body } = await scene.api.get<{ items: readonly EnrolmentView[] }>(path);
    const enrolment = body.items.find(({ user }) => user.id === learner);
    return scene.api.post(`${path}/${enrolment?.id}/accept`, undefined);
  };
  const history = async ({ id }: SeanceView) =>
    (await scene.api.get<{ items: readonly object[] }>(`${seances}/${id}/history`)).body.items;
  const at = ({ id, name, start, timeZone }: SeanceView) => ({ id, name, start, timeZone });
  const refusedAt = (answer: Answer, code: string, pointer: string, which: SeanceView) => {
    const { errors = [] } = refusedWith(answer, 409, code);
    expect(errors.map(({ message: _message, ...issue }) => issue)).to.deep.equal([
      { pointer, code, seance: at(which) },
    ]);
    expect(errors[0]?.message).to.include(which.name);
  };

  const bars: readonly (readonly [string, (held: SeanceView) => Promise<void> | void])[] = [
    ['seance-started', () => wait(2 * hour)],
    ['enrolment-closed', () => set({ closingDelayMinutes: day })],
    ['not-public', (held) => patch(held, { enrolmentMode: 'manual' })],
  ];

  for (const [code, bar] of bars) {
    describe(`because of ${code}`, () => {
      it('is not given up by a change of choice, whether the other one is free, full or waited for', async () => {
        const held = await seance(2 * hour);
        const [free, full, waited] = [
          await seance(3 * day),
          await seance(3 * day, { capacity: 1 }),
          await seance(3 * day, { capacity: 1 }),
        ];
        await enrol(full, 'learner2', 201);
        await enrol(waited, 'learner3', 201);
        await enrol(waited, 'learner1', 202);
        await enrol(held, 'learner1', 201);
        await bar(held);
        const before = [await history(held), await history(waited)];

        refusedWith(await own('DELETE', held, 'learner1'), 409, code);
        for (const other of [free, full, waited])
          refusedAt(await own('PUT', other, 'learner1', `?insteadOf=${held.id}`), code, '?insteadOf', held);
        expect(await line(held)).to.deep.equal(['learner1 enrolled']);
        expect(await line(free)).to.deep.equal([]);
        expect(await line(full)).to.deep.equal(['learner2 enrolled']);
        expect(await line(waited)).to.deep.equal(['learner3 enrolled', 'learner1 1']);
        expect([await history(held), await history(waited)]).to.deep.equal(before);
      });

      it('is not given up by a promotion: who waits is passed over, and keeps the turn', async () => {
        const held = await seance(2 * hour);
        const wanted = await seance(3 * day, { capacity: 1 });
        await enrol(held, 'learner1', 201);
        await enrol(wanted, 'learner2', 201);
        await enrol(wanted, 'learner1', 202, held);
        await enrol(wanted, 'learner3', 202);
        await bar(held);
        expect((await own('DELETE', wanted, 'learner2')).status).to.equal(204);

        expect(await line(wanted)).to.deep.equal(['learner3 enrolled', 'learner1 1']);
        await patch(wanted, { capacity: 2 });
        expect(await line(wanted)).to.deep.equal(['learner3 enrolled', 'learner1 1']);
        expect(await line(held)).to.deep.equal(['learner1 enrolled']);
        await limit(held, 2);
        expect(await line(wanted)).to.have.members(['learner1 enrolled', 'learner3 enrolled']);
        expect(await line(held), 'there is room for both').to.deep.equal(['learner1 enrolled']);
      });
    });
  }

  it('is no matter to who is in the other séance already', async () => {
    const [held, other] = [await seance(2 * hour), await seance(3 * day)];
    await limit(held, 2);
    for (const one of [held, other]) await enrol(one, 'learner1', 201);
    wait(2 * hour);

    await enrol(other, 'learner1', 200, held);
    expect(await line(held)).to.deep.equal(['learner1 enrolled']);
  });

  describe('and may be left again', () => {
    /** Somebody who waits for a place that is free, and may not leave for it the one that they have. */
    const passedOver = async (bar: (held: SeanceView) => Promise<void> | void) => {
      const held = await seance(2 * hour);
      const wanted = await seance(3 * day, { capacity: 1 });
      await enrol(held, 'learner1', 201);
      await enrol(wanted, 'learner2', 201);
      await enrol(wanted, 'learner1', 202, held);
      await bar(held);
      await own('DELETE', wanted, 'learner2');
      expect(await line(wanted)).to.deep.equal(['learner1 1']);
      return [held, wanted] as const;
    };

    for (const [title, bar, lift] of [
      [
        'when its séance is moved to later',
        () => wait(2 * hour),
        (held: SeanceView) => patch(held, times(hour)),
      ],
      [
        'when learners enrol in its séance again',
        (held: SeanceView) => patch(held, { enrolmentMode: 'manual' }),
        (held: SeanceView) => patch(held, { enrolmentMode: 'public' }),
      ],
      [
        'when the closing delay is shorter',
        () => set({ closingDelayMinutes: day }),
        () => set({ closingDelayMinutes: 0 }),
      ],
    ] as const) {
      it(`is given up for the one that is waited for, ${title}`, async () => {
        const [held, wanted] = await passedOver(bar);
        await lift(held);

        expect(await line(wanted)).to.deep.equal(['learner1 enrolled']);
        expect(await line(held)).to.deep.equal([]);
      });
    }
  });

  describe('is not given up by staff', () => {
    const waiting = async () => {
      await set({ promotion: 'staff' });
      const held = await seance(2 * hour);
      const wanted = await seance(3 * day, { capacity: 1 });
      await enrol(held, 'learner1', 201);
      await enrol(wanted, 'learner2', 201);
      await enrol(wanted, 'learner1', 202, held);
      await own('DELETE', wanted, 'learner2');
      return [held, wanted] as const;
    };

    it('who accept who waits to change it, once it has begun, unless there is room for both', async () => {
      const [held, wanted] = await waiting();
      wait(2 * hour);

      refusedAt(await accept(wanted, 'learner1'), 'seance-started', '', held);
      expect(await line(wanted)).to.deep.equal(['learner1 1']);
      await limit(held, 2);
      expect((await accept(wanted, 'learner1')).status).to.equal(200);
      expect(await line(wanted)).to.deep.equal(['learner1 enrolled']);
      expect(await line(held)).to.deep.equal(['learner1 enrolled']);
    });

    it('but is while staff may: what keeps learners alone does not keep them', async () => {
      const [held, wanted] = await waiting();
      await patch(held, { enrolmentMode: 'manual' });
      await set({ closingDelayMinutes: day });

      expect((await accept(wanted, 'learner1')).status).to.equal(200);
      expect(await line(wanted)).to.deep.equal(['learner1 enrolled']);
      expect(await line(held)).to.deep.equal([]);
    });

    it('who move somebody to a séance that bars it: the refusal says which of the two it is', async () => {
      const [from, to] = [await seance(3 * day), await seance(hour, automatic)];
      await enrol(from, 'learner1', 201);
      const path = `${seances}/${from.id}/enrolments`;
      const { body } = await scene.api.get<{ items: readonly EnrolmentView[] }>(path);
      const move = `${path}/${body.items[0]?.id}/move`;

      refusedAt(await scene.api.post(move, { seanceId: to.id }), 'enrolment-automatic', '/seanceId', to);
    });
  });

  it('is judged by where an edit puts its séance: one that is moved into the past is not left any more', async () => {
    const [held, wanted] = [await seance(2 * hour), await seance(3 * day, { capacity: 1 })];
    await enrol(held, 'learner1', 201);
    await enrol(wanted, 'learner2', 201);
    await enrol(wanted, 'learner1', 202, held);
    await patch(held, times(-2 * hour));
    await patch(wanted, { capacity: 2 });

    expect(await line(held)).to.deep.equal(['learner1 enrolled']);
    expect(await line(wanted)).to.deep.equal(['learner2 enrolled', 'learner1 1']);
  });

  it('is not taken away by making its séance automatic once it has begun, and people are in', async () => {
    const [begun, empty] = [await seance(hour, { groupName: null }), await seance(hour, { groupName: null })];
    await enrol(begun, 'learner1', 201);
    wait(2 * hour);

    const { errors } = refusedWith(
      await scene.api.patch(`${seances}/${begun.id}`, { enrolmentMode: 'automatic' }),
      409,
      'seance-started',
    );
    expect(errors?.map(({ pointer, code }) => [pointer, code])).to.deep.equal([
      ['/enrolmentMode', 'seance-started'],
    ]);
    expect(await line(begun)).to.deep.equal(['learner1 enrolled']);
    await patch(empty, { enrolmentMode: 'automatic' });
  });

  describe('in a séance of the bin that has begun', () => {
    const remove = (...ids: readonly SeanceView[]) =>
      scene.api.post(`${seances}/delete`, { ids: ids.map(({ id }) => id) });
    const restore = (body: object) => scene.api.post<{ displaced: number }>(`${seances}/restore`, body);
    const there = async ({ id }: SeanceView) => (await scene.api.get(`${seances}/${id}`)).status === 200;

    it('keeps it there, with all that was to come back with it, when the limit of the group was used meanwhile', async () => {
      const [begun, other, chosen] = [
        await seance(hour),
        await seance(hour, { groupName: null }),
        await seance(3 * day),
      ];
      await enrol(begun, 'learner1', 201);
      await remove(begun, other);
      await enrol(chosen, 'learner1', 201);
      wait(2 * hour);

      const ids = [other.id, begun.id];
      refusedAt(await restore({ ids }), 'group-limit', '/ids/1', begun);
      for (const gone of [begun, other]) expect(await there(gone)).to.equal(false);
      refusedAt(await scene.api.post(`${seances}/${begun.id}/restore`, undefined), 'group-limit', '', begun);
      await own('DELETE', chosen, 'learner1');
      expect((await restore({ ids })).body).to.deep.include({ restored: 2, displaced: 0 });
      expect(await line(begun)).to.deep.equal(['learner1 enrolled']);
    });

    it('comes back, and one in a later séance that comes back with it waits', async () => {
      const [later, begun] = [await seance(3 * day), await seance(hour)];
      await enrol(begun, 'learner1', 201);
      await remove(begun);
      await enrol(later, 'learner1', 201);
      await remove(later);
      wait(2 * hour);

      expect((await restore({ ids: [later.id, begun.id] })).body).to.deep.include({
        restored: 2,
        displaced: 1,
      });
      expect(await line(begun)).to.deep.equal(['learner1 enrolled']);
      expect(await line(later)).to.deep.equal(['learner1 1']);
    });
  });

  it('is left open to who changes it in time', async () => {
    const [held, wanted] = [await seance(2 * hour), await seance(3 * day)];
    await enrol(held, 'learner1', 201);
    wait(2 * hour - 1);
    expect(scene.clock.now() < (held.startsAt as Instant)).to.equal(true);

    await enrol(wanted, 'learner1', 201, held);
    expect(await line(held)).to.deep.equal([]);
  });
});
