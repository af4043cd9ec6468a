import { expect } from 'chai';
import type { DatedResult, OwnDatedResult } from '../../../src/application/enrolment/places-in-series.js';
import type { RepetitionResult } from '../../../src/application/repetition/repeat-seance.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { person } from '../../../src/testing/index.js';
import { type Answer, invalid, refusedWith, seances } from '../../support/api.js';
import { currentSession } from '../../support/campus.js';
import { onHttp, type Scene } from '../../support/scene.js';

interface Results<Result> {
  readonly results: readonly Result[];
}

function places({ api }: Scene) {
  return {
    /** A series of so many weeks, from a Tuesday on. */
    series: async (weeks: number, parts: object = {}) => {
      const first = await api.created({ enrolmentMode: 'public', ...parts });
      const { body } = await api.post<RepetitionResult>(`${seances}/${first.id}/repetitions`, {
        ...{ weekdays: ['TU'], weeks: weeks - 1 },
      });
      return [first.id, ...body.items.map(({ id }) => id)];
    },
    own: (method: 'PUT' | 'DELETE', id: string, query: string, as = 'learner1') =>
      api.send<Results<OwnDatedResult>>(method, `${seances}/${id}/enrolments/me?${query}`, { as }),
    byStaff: (id: string, query: string, json: object, headers = {}) =>
      api.post<Results<DatedResult>>(`${seances}/${id}/enrolments?${query}`, json, { headers }),
    stateOf: async (id: string, as: string) =>
      (await api.get<SeanceView>(`${seances}/${id}`, { as })).body.myEnrolment?.status ?? null,
  };
}

function outcomes({ body, status, text }: Answer<Results<OwnDatedResult>>) {
  expect(status, text).to.equal(200);
  return body.results.map(({ seanceId, outcome }) => [seanceId, outcome]);
}

onHttp('A learner of a series', (scene) => {
  it('enrols on this date and those that follow, or on all, and leaves likewise', async () => {
    const { own, series, stateOf } = places(scene);
    const ids = await series(4);
    const [first = '', second = '', ...rest] = ids;
    const following = outcomes(await own('PUT', second, 'scope=following'));
    expect(following).to.deep.equal([second, ...rest].map((id) => [id, 'enrolled']));
    expect(await stateOf(first, 'learner1')).to.equal(null);
    const all = outcomes(await own('PUT', rest[0] ?? '', 'scope=all'));
    expect(all).to.deep.equal([[first, 'enrolled'], ...[second, ...rest].map((id) => [id, 'existing'])]);
    const left = outcomes(await own('DELETE', second, 'scope=following'));
    expect(left).to.deep.equal([second, ...rest].map((id) => [id, 'left']));
    expect(outcomes(await own('DELETE', second, 'scope=all'))).to.deep.equal([[first, 'left']]);
    expect(outcomes(await own('DELETE', second, 'scope=all'))).to.deep.equal([]);
  });

  it('is told date by date what keeps them from one, and refused only when something does on all', async () => {
    const { own, series } = places(scene);
    const [first = '', second = '', third = '', fourth = ''] = await series(4, { capacity: 1 });
    await scene.api.post(`${seances}/${second}/cancel`, {});
    await scene.api.patch(`${seances}/${third}`, { enrolmentMode: 'manual' });
    await own('PUT', fourth, '', 'learner2');
    expect(outcomes(await own('PUT', first, 'scope=all'))).to.deep.equal([
      [first, 'enrolled'],
      [second, 'seance-cancelled'],
      [third, 'not-public'],
      [fourth, 'waiting'],
    ]);
    const refused = await series(2, { enrolmentMode: 'manual' });
    refusedWith(await own('PUT', refused[1] ?? '', 'scope=all'), 409, 'not-public');
    await scene.api.post(`${seances}/${refused[0]}/cancel`, {});
    refusedWith(await own('PUT', refused[0] ?? '', 'scope=all'), 409, 'seance-cancelled');
    refusedWith(await own('PUT', refused[1] ?? '', 'scope=all'), 409, 'not-public');
  });

  it('has one place of a group with its limit, on the first date', async () => {
    const { own, series } = places(scene);
    const [first = '', ...rest] = await series(3, { groupName: 'Au choix' });
    expect(outcomes(await own('PUT', rest[1] ?? '', 'scope=all'))).to.deep.equal([
      [first, 'enrolled'],
      ...rest.map((id) => [id, 'group-limit']),
    ]);
  });

  it('names no place to give up with a scope, and is a learner', async () => {
    const { own, series } = places(scene);
    const [first = '', second = ''] = await series(2);
    invalid(await own('PUT', first, `scope=all&insteadOf=${second}`), ['?insteadOf', 'conflicting-fields']);
    invalid(await own('PUT', first, 'scope=some'), ['?scope', 'not-allowed']);
    refusedWith(await own('PUT', first, 'scope=all', 'english'), 409, 'not-a-learner');
    refusedWith(await own('PUT', '01900000-0000-7000-8000-000000000000', 'scope=all'), 404, 'not-found');
    const alone = await scene.api.created({ enrolmentMode: 'public' });
    expect(outcomes(await own('PUT', alone.id, 'scope=all'))).to.deep.equal([[alone.id, 'enrolled']]);
  });

  it('moves those up who wait on each date that they leave', async () => {
    const { own, series, stateOf } = places(scene);
    const ids = await series(3, { capacity: 1 });
    await own('PUT', ids[0] ?? '', 'scope=all');
    expect(outcomes(await own('PUT', ids[0] ?? '', 'scope=all', 'learner2'))).to.deep.equal(
      ids.map((id) => [id, 'waiting']),
    );
    await own('DELETE', ids[1] ?? '', 'scope=following');
    expect(await Promise.all(ids.map((id) => stateOf(id, 'learner2')))).to.deep.equal([
      'waiting',
      'enrolled',
      'enrolled',
    ]);
  });
});

onHttp('Staff of a series', (scene) => {
  before(() => {
    scene.host.withLearner(currentSession, person('learner3', 'Luc', 'Learner'));
  });

  it('enrol people on every date, with a result for each of them on each, once whatever is sent again', async () => {
    const { byStaff, series } = places(scene);
    const ids = await series(3, { enrolmentMode: 'manual', capacity: 1 });
    const userIds = ['learner1', 'learner2', 'outsider'];
    const headers = { 'idempotency-key': ids[0] ?? '' };
    const { status, body } = await byStaff(ids[1] ?? '', 'scope=following', { userIds }, headers);
    expect(status).to.equal(200);
    expect(body.results).to.deep.equal(
      ids.slice(1).flatMap((seanceId) => [
        { seanceId, userId: 'learner1', outcome: 'enrolled' },
        { seanceId, userId: 'learner2', outcome: 'waiting' },
        { seanceId, userId: 'outsider', outcome: 'not-a-learner' },
      ]),
    );
    const again = await byStaff(ids[1] ?? '', 'scope=following', { userIds }, headers);
    expect(again.body).to.deep.equal(body);
  });

  it('correct no list of a date that has begun with the others', async () => {
    const { byStaff, series } = places(scene);
    const begun = { start: '2026-11-17T09:00', end: '2026-11-17T10:00' };
    const [first = '', second = '', third = ''] = await series(3, begun);
    const { body } = await byStaff(first, 'scope=all', { userIds: ['learner1'] });
    expect(body.results.map(({ seanceId, outcome }) => [seanceId, outcome])).to.deep.equal([
      [first, 'seance-started'],
      [second, 'enrolled'],
      [third, 'enrolled'],
    ]);
    const alone = await scene.api.created({ ...begun, enrolmentMode: 'manual' });
    refusedWith(await byStaff(alone.id, 'scope=all', { userIds: ['learner1'] }), 409, 'seance-started');
    expect((await byStaff(alone.id, '', { userIds: ['learner1'] })).body.results).to.deep.equal([
      { userId: 'learner1', outcome: 'enrolled' },
    ]);
  });

  it('are told what keeps everybody from a date, and refused what would take too long', async () => {
    const { byStaff, series } = places(scene);
    const [first = '', second = ''] = await series(2);
    await scene.api.patch(`${seances}/${second}`, { enrolmentMode: 'automatic' });
    const { body } = await byStaff(first, 'scope=all', { userIds: ['learner3'] });
    expect(body.results).to.deep.equal([
      { seanceId: first, userId: 'learner3', outcome: 'enrolled' },
      { seanceId: second, userId: 'learner3', outcome: 'enrolment-automatic' },
    ]);
    refusedWith(
      await byStaff(second, 'scope=following', { userIds: ['learner3'] }),
      409,
      'enrolment-automatic',
    );
    invalid(await byStaff(first, 'scope=all', { groupIds: ['none'] }), ['/groupIds/0', 'not-proposed']);
  });
});

onHttp('A series of a thousand with a queue on each date', (scene) => {
  it('is joined and left as a whole, and moves every queue; more than can be done at once is refused', async () => {
    const { byStaff, own, stateOf } = places(scene);
    for (let index = 0; index < 60; index += 1)
      scene.host.withLearner(currentSession, person(`more${index}`, `More${index}`, 'Learner'));
    const first = await scene.api.created({ enrolmentMode: 'public', capacity: 1 });
    const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${first.id}/repetitions`, {
      ...{ weekdays, weeks: 142 },
    });
    expect(body.created).to.be.above(950);
    await own('PUT', first.id, 'scope=all');
    const waiting = outcomes(await own('PUT', first.id, 'scope=all', 'learner2'));
    expect(waiting).to.have.length(body.created + 1);
    expect(new Set(waiting.map(([, outcome]) => outcome))).to.deep.equal(new Set(['waiting']));
    await own('DELETE', first.id, 'scope=all');
    const [one, last] = [waiting[1]?.[0] ?? '', waiting.at(-1)?.[0] ?? ''];
    for (const id of [first.id, one, last]) expect(await stateOf(id, 'learner2')).to.equal('enrolled');
    const userIds = Array.from({ length: 60 }, (_, index) => `more${index}`);
    const refused = refusedWith(
      await byStaff(first.id, 'scope=all', { userIds }),
      422,
      'too-many-enrolments',
    );
    expect(refused.errors?.[0]?.message).to.match(/la limite est de 50.000/);
    expect(await stateOf(last, 'more0')).to.equal(null);
  }).timeout(60_000);
});
