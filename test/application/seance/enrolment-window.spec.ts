import { expect } from 'chai';
import type { RepetitionResult } from '../../../src/application/repetition/repeat-seance.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

const opens = '2026-12-07T09:00';
const closes = '2026-12-13T18:00';
const open = {
  ...{ enrolmentMode: 'public', start: '2026-12-14T10:00', end: '2026-12-14T12:00' },
  ...{ enrolmentOpens: opens, enrolmentCloses: closes },
};

onHttp('The window for enrolment of a séance', (scene) => {
  const own = (method: string, id: string, as: string, headers = {}) =>
    scene.api.send(method, `${seances}/${id}/enrolments/me`, { as, headers });
  const read = async (id: string, as = 'learner1') =>
    (await scene.api.get<SeanceView>(`${seances}/${id}`, { as })).body;
  const windowOf = ({ enrolmentOpens, enrolmentCloses }: SeanceView) => [enrolmentOpens, enrolmentCloses];

  it('is there as it was written, and none when nothing was said', async () => {
    expect(windowOf(await scene.api.created(open))).to.deep.equal([opens, closes]);
    const none = await scene.api.created();
    expect(windowOf(none)).to.deep.equal([null, null]);
    const edited = await scene.api.patch<SeanceView>(`${seances}/${none.id}`, {
      enrolmentCloses: '2026-11-30T18:00',
    });
    expect(windowOf(edited.body)).to.deep.equal([null, '2026-11-30T18:00']);
    const emptied = await scene.api.patch<SeanceView>(`${seances}/${none.id}`, { enrolmentCloses: null });
    expect(windowOf(emptied.body)).to.deep.equal([null, null]);
  });

  it('is refused where nobody could enrol, at the field, also when it is the séance that moves', async () => {
    const late = { ...open, enrolmentCloses: '2026-12-14T10:01' };
    const at = { name: 'S', ...late };
    invalid(await scene.api.post(seances, at), ['/enrolmentCloses', 'closes-after-start']);
    const empty = { ...at, enrolmentCloses: opens };
    invalid(await scene.api.post(seances, empty), ['/enrolmentCloses', 'closes-before-opens']);
    const never = { ...at, enrolmentOpens: open.start, enrolmentCloses: null };
    invalid(await scene.api.post(seances, never), ['/enrolmentOpens', 'opens-after-start']);
    invalid(await scene.api.post(seances, { ...at, enrolmentCloses: 'demain' }), [
      '/enrolmentCloses',
      'invalid-date-time',
    ]);
    const { id } = await scene.api.created(open);
    invalid(await scene.api.patch(`${seances}/${id}`, { start: '2026-12-10T10:00' }), [
      '/enrolmentCloses',
      'closes-after-start',
    ]);
  });

  it('lets learners in from then until then, says when, and binds no staff', async () => {
    const { id } = await scene.api.created({ ...open, capacity: 2 });
    expect((await read(id)).enrolmentRefusal).to.equal('enrolment-not-open');
    const early = refusedWith(await own('PUT', id, 'learner1'), 409, 'enrolment-not-open');
    expect(early.detail).to.equal(
      'Les inscriptions à cette séance ne sont pas encore ouvertes. Elles ouvrent lundi 7 décembre 2026 à 09:00.',
    );
    expect(early.errors?.[0]).to.deep.include({
      pointer: '',
      moment: { wallTime: opens, timeZone: 'Europe/Brussels' },
    });
    const byStaff = await scene.api.post(`${seances}/${id}/enrolments`, { userIds: ['learner2'] });
    expect(byStaff.status).to.equal(200);
    expect((await own('DELETE', id, 'learner2')).status, 'leaving is never too early').to.equal(204);
    const start = scene.clock.now();
    scene.clock.advance((Date.parse('2026-12-07T08:00:00Z') - Date.parse(start)) / 1_000);
    expect((await own('PUT', id, 'learner1')).status).to.equal(201);
    scene.clock.advance((Date.parse('2026-12-13T17:00:00Z') - Date.parse('2026-12-07T08:00:00Z')) / 1_000);
    const late = refusedWith(
      await own('PUT', id, 'learner2', { 'accept-language': 'en' }),
      409,
      'enrolment-closed',
    );
    expect(late.detail).to.include('It closed on Sunday, 13 December 2026 at 18:00.');
    expect((await read(id)).leaveRefusal).to.equal('enrolment-closed');
    refusedWith(await own('DELETE', id, 'learner1'), 409, 'enrolment-closed');
  });

  it('goes with copies, as many days before and at the same time of day, over a clock change too', async () => {
    const source = await scene.api.created({
      ...{ ...open, start: '2027-03-22T10:00', end: '2027-03-22T12:00' },
      ...{ enrolmentOpens: '2027-03-15T09:00', enrolmentCloses: '2027-03-21T18:00' },
    });
    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${source.id}/repetitions`, {
      ...{ weekdays: ['MO'], weeks: 2 },
    });
    expect(body.items.map(windowOf)).to.deep.equal([
      ['2027-03-22T09:00', '2027-03-28T18:00'],
      ['2027-03-29T09:00', '2027-04-04T18:00'],
    ]);
  });

  it('changes in a series as it does in one of it: counted from the start of each, but where it is their own', async () => {
    const source = await scene.api.created({ ...open, start: '2027-05-03T10:00', end: '2027-05-03T12:00' });
    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${source.id}/repetitions`, {
      ...{ weekdays: ['MO'], weeks: 3 },
    });
    const [second, third] = body.items;
    await scene.api.patch(`${seances}/${second?.id}`, { enrolmentOpens: null });
    const changed = { enrolmentOpens: '2027-05-02T08:00', enrolmentCloses: null };
    const edited = await scene.api.patch(`${seances}/${source.id}?scope=all`, changed);
    expect(edited.status, edited.text).to.equal(200);
    expect(windowOf(await read(second?.id ?? ''))).to.deep.equal([null, null]);
    expect(windowOf(await read(third?.id ?? ''))).to.deep.equal(['2027-05-16T08:00', null]);
  });
});
