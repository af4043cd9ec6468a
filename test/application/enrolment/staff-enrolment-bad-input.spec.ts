import { expect } from 'chai';
import type { EnrolmentView } from '../../../src/application/enrolment/enrolment-view.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { person } from '../../../src/testing/index.js';
import { type Answer, invalid, refusedWith, seances } from '../../support/api.js';
import { currentSession, nextSession } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';

interface BadBody {
  readonly title: string;
  readonly body: unknown;
  readonly at: readonly (readonly [pointer: string, code: string])[];
}

const badBodies: readonly BadBody[] = [
  { title: 'nothing', body: {}, at: [['/userIds', 'required']] },
  { title: 'a list in the place of the body', body: ['learner1'], at: [['', 'wrong-type']] },
  { title: 'one text of ids', body: { userIds: 'learner1' }, at: [['/userIds', 'wrong-type']] },
  { title: 'no list of groups', body: { groupIds: null }, at: [['/groupIds', 'wrong-type']] },
  {
    title: 'ids that are no texts, beside one that is',
    body: { userIds: ['learner1', 7, null, { id: 'learner2' }, ['learner2']] },
    at: [1, 2, 3, 4].map((index) => [`/userIds/${index}`, 'wrong-type']),
  },
  { title: 'an empty id', body: { userIds: ['learner1', ''] }, at: [['/userIds/1', 'empty']] },
  {
    title: 'an id with a blank at its end, which MySQL would not see',
    body: { userIds: ['learner1', 'learner2 '] },
    at: [['/userIds/1', 'invalid-format']],
  },
  {
    title: 'ids of 129 and of 300 characters',
    body: { userIds: ['learner1', 'u'.repeat(129)], groupIds: ['g'.repeat(300)] },
    at: [
      ['/userIds/1', 'too-long'],
      ['/groupIds/0', 'too-long'],
    ],
  },
  {
    title: '50,000 ids',
    body: { userIds: Array.from({ length: 50_000 }, (_, index) => `u${index}`) },
    at: [['/userIds', 'too-long']],
  },
  {
    title: 'more groups than are taken at once',
    body: { groupIds: Array.from({ length: 101 }, (_, index) => `g${index}`) },
    at: [['/groupIds', 'too-long']],
  },
  {
    title: 'groups that nobody knows, beside one that is known',
    body: { userIds: ['learner2'], groupIds: ['class', 'nothing', 'G\u0000', 'nothing'] },
    at: [1, 2, 3].map((index) => [`/groupIds/${index}`, 'not-proposed']),
  },
  {
    title: 'fields that there are not',
    body: { userIds: ['learner1'], status: 'enrolled' },
    at: [['/status', 'unknown-field']],
  },
];

onHttp('Requests for places that make no sense', (scene) => {
  const open = { enrolmentMode: 'public' };
  const begun = { start: '2026-11-23T10:00', end: '2026-11-23T18:00' };
  const enrol = (id: string, body: unknown) =>
    scene.api.post<{ results: { userId: string; outcome: string }[] }>(`${seances}/${id}/enrolments`, body);
  const self = (id: string, as = 'learner1', query = '') =>
    scene.api.send('PUT', `${seances}/${id}/enrolments/me${query}`, { as });
  const countsOf = async (id: string) => {
    const { enrolledCount, waitingCount } = (await scene.api.get<SeanceView>(`${seances}/${id}`)).body;
    return [enrolledCount, waitingCount];
  };
  const placeOf = async (id: string, userId: string): Promise<EnrolmentView> => {
    const { body } = await scene.api.get<{ items: EnrolmentView[] }>(`${seances}/${id}/enrolments`);
    return body.items.find(({ user }) => user.id === userId) ?? expect.fail(`${userId} is not in`);
  };
  const act = (id: string, enrolmentId: string) => {
    const at = `${seances}/${id}/enrolments/${enrolmentId}`;
    return {
      accept: () => scene.api.send('POST', `${at}/accept`),
      remove: () => scene.api.delete(at),
      move: (seanceId: unknown) => scene.api.post(`${at}/move`, { seanceId }),
    };
  };
  /** The séances of another space, of the bin, and of nowhere. */
  async function elsewhere(): Promise<readonly string[]> {
    const deleted = await scene.api.created(open);
    await scene.api.delete(`${seances}/${deleted.id}`);
    const other = await scene.api.created(open, '/api/v1/spaces/other/seances');
    return [deleted.id, other.id, '01900000-0000-7000-8000-000000000000', 'x', "'%00"];
  }

  before(() => {
    scene.host
      .withGroup('class', 'Classe')
      .withLearner(currentSession, person('L'.repeat(128), 'Luc', 'Long'));
    for (const id of ['learner3', 'learner4'])
      scene.host.withLearner(currentSession, person(id, 'Luc', id), 'class');
  });

  describe('by staff, for many', () => {
    for (const { title, body, at } of badBodies) {
      it(`are refused where they are wrong, and enrol nobody: ${title}`, async () => {
        const { id } = await scene.api.created(open);
        invalid(await enrol(id, body), ...at.map(([pointer, code]) => [pointer, code] as [string, string]));

        expect(await countsOf(id)).to.deep.equal([0, 0]);
      });
    }

    it('answer each person once, whoever they are, and lose nobody', async () => {
      const { id } = await scene.api.created({ ...open, capacity: 3 });
      const longest = 'L'.repeat(128);
      const strangers = ['trainer1', 'outsider', 'Learner1', '\u0000', "';--", 'é😀', '__proto__'];
      const userIds = ['learner1', ...strangers, 'learner1', longest, 'constructor', 'learner2'];
      const { status, body } = await enrol(id, { userIds, groupIds: ['class', 'class'] });

      expect(status).to.equal(200);
      expect(body.results.map(({ userId, outcome }) => [userId, outcome])).to.deep.equal([
        ['learner1', 'enrolled'],
        ...strangers.map((userId) => [userId, 'not-a-learner']),
        [longest, 'enrolled'],
        ['constructor', 'not-a-learner'],
        ['learner2', 'enrolled'],
        ['learner3', 'waiting'],
        ['learner4', 'waiting'],
      ]);
      expect(await countsOf(id)).to.deep.equal([3, 2]);
    });

    it('change nothing for who is in or waits, and say so', async () => {
      const { id } = await scene.api.created({ ...open, capacity: 1 });
      await enrol(id, { userIds: ['learner1', 'learner2'] });
      const { body } = await enrol(id, { userIds: ['learner2', 'learner1', 'learner3'] });

      expect(body.results.map(({ outcome }) => outcome)).to.deep.equal(['already', 'already', 'waiting']);
      expect(await countsOf(id)).to.deep.equal([1, 2]);
    });

    it('hold the limit of the group against one, and enrol the others', async () => {
      const group = { ...open, groupName: 'Ateliers du lundi' };
      const [one, other] = [await scene.api.created(group), await scene.api.created(group)];
      await enrol(one.id, { userIds: ['learner1'] });
      const { body } = await enrol(other.id, { userIds: ['learner1', 'learner2', 'nobody'] });

      expect(body.results.map(({ outcome }) => outcome)).to.deep.equal([
        ...['group-limit', 'enrolled', 'not-a-learner'],
      ]);
    });

    it('are answered with nothing for an empty list', async () => {
      const { id } = await scene.api.created(open);
      for (const body of [{ userIds: [] }, { groupIds: [] }, { userIds: [], groupIds: [] }]) {
        const { status, text } = await enrol(id, body);
        expect([status, text]).to.deep.equal([200, '{"results":[]}']);
      }
    });

    it('take as many as are taken at once, most of whom are no learners', async () => {
      const { id } = await scene.api.created(open);
      const userIds = ['learner1', ...Array.from({ length: 9_999 }, (_, index) => `u${index}`)];
      const { status, body } = await enrol(id, { userIds });

      expect([status, body.results.length]).to.deep.equal([200, 10_000]);
      expect(await countsOf(id)).to.deep.equal([1, 0]);
    });

    it('are refused for a séance that is automatic, is not there, or is somewhere else', async () => {
      const automatic = await scene.api.created({ enrolmentMode: 'automatic', ...begun });
      refusedWith(await enrol(automatic.id, { userIds: ['learner1'] }), 409, 'enrolment-automatic');
      for (const id of await elsewhere())
        refusedWith(await enrol(id, { userIds: ['learner1'] }), 404, 'not-found');
    });
  });

  describe('of a learner', () => {
    it('are refused for a séance that has begun, is not there, or is somewhere else', async () => {
      const past = await scene.api.created({ ...open, ...begun });
      refusedWith(await self(past.id), 409, 'seance-started');
      for (const id of await elsewhere()) {
        refusedWith(await self(id), 404, 'not-found');
        refusedWith(
          await scene.api.delete(`${seances}/${id}/enrolments/me`, { as: 'learner1' }),
          ...([404, 'not-found'] as const),
        );
      }
    });

    it('enrol when the place to give up is none, of another group, space or séance, and take none away', async () => {
      const held = await scene.api.created({ ...open, groupName: 'Ateliers du mardi' });
      await self(held.id);
      for (const given of [held.id, ...(await elsewhere())]) {
        const { id } = await scene.api.created(open);
        const { status } = await self(id, 'learner1', `?insteadOf=${encodeURIComponent(given)}`);
        expect(status, given).to.equal(201);
      }
      const itself = await scene.api.created({ ...open, groupName: 'Ateliers du mercredi' });
      expect((await self(itself.id, 'learner1', `?insteadOf=${itself.id}`)).status).to.equal(201);
      expect((await self(itself.id, 'learner1', `?insteadOf=${itself.id}`)).status).to.equal(200);

      expect([await countsOf(held.id), await countsOf(itself.id)]).to.deep.equal([
        [1, 0],
        [1, 0],
      ]);
      invalid(await self(held.id, 'learner1', `?insteadOf=${'x'.repeat(129)}`), ['?insteadOf', 'too-long']);
      invalid(await self(held.id, 'learner1', '?insteadOf='), ['?insteadOf', 'empty']);
    });

    it('leave the place of somebody else alone, whatever id they name', async () => {
      const { id } = await scene.api.created(open);
      await self(id, 'learner2');
      const { id: enrolmentId } = await placeOf(id, 'learner2');
      const at = `${seances}/${id}/enrolments/${enrolmentId}`;
      for (const answer of [
        await scene.api.delete(at, { as: 'learner1' }),
        await scene.api.send('POST', `${at}/accept`, { as: 'learner1' }),
        await scene.api.post(`${at}/move`, { seanceId: id }, { as: 'learner1' }),
      ])
        refusedWith(answer, 403, 'forbidden');
      expect(await countsOf(id)).to.deep.equal([1, 0]);
    });
  });

  describe('about one enrolment', () => {
    it('find it in its own séance and space alone', async () => {
      const [one, other] = [await scene.api.created(open), await scene.api.created(open)];
      await self(one.id);
      const { id: enrolmentId } = await placeOf(one.id, 'learner1');
      const strange = [
        ...[other.id, ...(await elsewhere())].map((id) => act(id, enrolmentId)),
        ...['nothing', '01900000-0000-7000-8000-000000000000', 'learner1', '%27'].map((id) =>
          act(one.id, id),
        ),
      ];
      const free = await scene.api.created(open);
      for (const { accept, remove, move } of strange)
        for (const answer of [await accept(), await remove(), await move(free.id)])
          refusedWith(answer, 404, 'not-found');

      expect([await countsOf(one.id), await countsOf(free.id)]).to.deep.equal([
        [1, 0],
        [0, 0],
      ]);
    });

    it('accept nobody into a full séance, and who is in already without a change', async () => {
      const { id } = await scene.api.created({ ...open, capacity: 1 });
      for (const learner of ['learner1', 'learner2']) await self(id, learner);
      refusedWith(await act(id, (await placeOf(id, 'learner2')).id).accept(), 409, 'seance-full');
      const before = await placeOf(id, 'learner1');
      const again = (await act(id, before.id).accept()) as Answer<EnrolmentView>;

      expect([again.status, again.body]).to.deep.equal([200, before]);
      expect(await countsOf(id)).to.deep.equal([1, 1]);
    });

    it('move nobody to where they are, to what is not there, full or automatic, or where they are no learner', async () => {
      const [from, full] = [await scene.api.created(open), await scene.api.created({ ...open, capacity: 1 })];
      await self(full.id, 'learner2');
      await self(from.id, 'learner3');
      const { move } = act(from.id, (await placeOf(from.id, 'learner3')).id);
      const target = async (parts: object, query = '') =>
        (await scene.api.created({ ...open, ...parts }, `${seances}${query}`)).id;

      invalid(await move(from.id), ['/seanceId', 'not-allowed']);
      invalid(await move(undefined), ['/seanceId', 'required']);
      invalid(await move(7), ['/seanceId', 'wrong-type']);
      invalid(await move('x'.repeat(129)), ['/seanceId', 'too-long']);
      for (const id of await elsewhere()) {
        const { errors = [] } = refusedWith(await move(id), 404, 'not-found');
        expect(
          errors.map(({ pointer }) => pointer),
          id,
        ).to.deep.equal(['/seanceId']);
      }
      refusedWith(await move(full.id), 409, 'seance-full');
      refusedWith(await move(await target({ enrolmentMode: 'automatic' })), 409, 'enrolment-automatic');
      refusedWith(await move(await target({}, `?session=${nextSession}`)), 409, 'not-a-learner');
      expect((await placeOf(from.id, 'learner3')).status).to.equal('enrolled');
      expect([await countsOf(from.id), await countsOf(full.id)]).to.deep.equal([
        [1, 0],
        [1, 0],
      ]);
    });
  });
});
