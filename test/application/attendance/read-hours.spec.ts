import { expect } from 'chai';
import type { SessionHours } from '../../../src/application/attendance/read-hours.js';
import type { OwnAttendance } from '../../../src/application/attendance/read-own-attendance.js';
import { person } from '../../../src/testing/index.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { currentSession, space } from '../../support/campus.js';
import { csvRows, fileOf, xlsxSheet } from '../../support/exported-files.js';
import { presences } from '../../support/presences.js';
import { onHttp } from '../../support/scene.js';

const path = `/api/v1/spaces/${space}/attendance`;

onHttp('The hours of people', (scene) => {
  /** A séance that begins at nine on a day, with somebody's marks; closed. */
  const held = async (day: string, end: string, marks: readonly object[]): Promise<string> => {
    const { api, clock } = scene;
    const times = { start: `${day}T09:00`, end: `${day}T${end}` };
    const { id } = await api.created({ enrolmentMode: 'automatic', name: day, ...times });
    clock.advance((Date.parse(`${day}T08:30:00Z`) - Date.parse(clock.now())) / 1_000);
    const { mark, close } = presences(scene);
    expect((await mark(id, marks)).status).to.equal(200);
    expect((await close(id)).status).to.equal(200);
    return id;
  };
  const hours = async (query = '') => {
    const answer = await scene.api.get<SessionHours>(`${path}${query}`);
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };
  const own = async (as: string, query = '') => {
    const answer = await scene.api.get<OwnAttendance>(`/api/v1/me/attendance${query}`, { as });
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };
  let last: string;

  before(async () => {
    await held('2026-12-01', '12:00', [{ userId: 'learner1', mark: 'present' }]);
    await held('2026-12-02', '11:00', [
      { userId: 'learner1', mark: 'late', minutes: 20 },
      { userId: 'learner2', mark: 'excused', note: 'Train' },
    ]);
    last = await held('2027-01-04', '10:00', [{ userId: 'learner2', mark: 'remote' }]);
  });

  it('are counted by quarter for staff, by name', async () => {
    const { quarters, people } = await hours();
    expect(quarters).to.deep.equal(['2026-Q4', '2027-Q1']);
    expect(people).to.deep.equal([
      {
        user: { id: 'learner1', name: 'Lea Learner' },
        ...{ minutes: 280, halfDays: 3, attended: 2 },
        quarters: [
          { quarter: '2026-Q4', minutes: 280, halfDays: 2, attended: 2 },
          { quarter: '2027-Q1', minutes: 0, halfDays: 1, attended: 0 },
        ],
      },
      {
        user: { id: 'learner2', name: 'Leo Learner' },
        ...{ minutes: 60, halfDays: 3, attended: 1 },
        quarters: [
          { quarter: '2026-Q4', minutes: 0, halfDays: 2, attended: 0 },
          { quarter: '2027-Q1', minutes: 60, halfDays: 1, attended: 1 },
        ],
      },
    ]);
  });

  it('are those of days that are asked for, both inclusive', async () => {
    const minutes = async (query: string) => (await hours(query)).people.map((one) => one.minutes);
    expect(await minutes('?from=2026-12-02')).to.deep.equal([100, 60]);
    expect(await minutes('?from=2026-12-01&to=2026-12-01')).to.deep.equal([180, 0]);
    expect((await hours('?to=2026-11-30')).people).to.deep.equal([]);
    invalid(await scene.api.get(`${path}?from=2026-12-02&to=2026-12-01`), ['?to', 'end-before-start']);
    invalid(await scene.api.get('/api/v1/me/attendance?from=2026-12-02&to=2026-12-01'), [
      '?to',
      'end-before-start',
    ]);
  });

  it('are not for learners, nor those of a session of another space', async () => {
    refusedWith(await scene.api.get(path, { as: 'learner1' }), 403, 'forbidden');
    refusedWith(await scene.api.get(path, { as: 'editor' }), 403, 'forbidden');
    refusedWith(await scene.api.get(`${path}?session=elsewhere`), 404, 'not-found');
  });

  it('count what was corrected, and nothing of a séance that does not count any more', async () => {
    const { correct } = presences(scene);
    const correction = { userId: 'learner1', mark: 'left-early', minutes: 15, reason: 'Oubli' };
    expect((await correct(last, correction)).status).to.equal(200);
    expect((await hours('?from=2027-01-01')).people[0]).to.deep.include({ minutes: 45, attended: 1 });
  });

  it('are told to a learner half-day by half-day, the latest first, a page at a time', async () => {
    const { items, total, ...sum } = await own('learner2', '?size=10');
    expect(sum).to.deep.include({ minutes: 60, halfDays: 3, attended: 1, page: 1, size: 10 });
    expect(total).to.equal(3);
    expect(items.map(({ seance, mark, credited }) => [seance.name, mark, credited])).to.deep.equal([
      ['2027-01-04', 'remote', 60],
      ['2026-12-02', 'excused', 0],
      ['2026-12-01', 'absent', 0],
    ]);
    expect(items[1]).to.deep.include({
      ...{ slot: 1, start: '2026-12-02T09:00', end: '2026-12-02T11:00' },
      ...{ note: 'Train', signed: false },
    });
    expect((await own('learner2', '?page=2&size=10')).items).to.deep.equal([]);
    const december = await own('learner1', '?to=2026-12-31');
    expect(december).to.deep.include({ total: 2, minutes: 280 });
    expect(december.items[0]).to.deep.include({ mark: 'late', minutes: 20, credited: 100 });
    expect((await own('outsider')).total).to.equal(0);
  });

  it('leave spaces out that a learner may not open any more', async () => {
    scene.host.permissions.allow('learner2', space, { open: false, edit: false, enrol: false });
    expect(await own('learner2')).to.deep.include({ total: 0, minutes: 0 });
    scene.host.permissions.allow('learner2', space, { open: true, edit: false, enrol: false });
  });

  it('are a file, with decimals as its reader writes them', async () => {
    const csv = await fileOf(scene, `${path}.csv?to=2026-12-31`);
    expect(csvRows(csv)).to.deep.equal([
      ['Nom', 'Trimestre', 'Heures de présence', 'Demi-journées', 'Demi-journées suivies'],
      ['Lea Learner', '2026-T4', '4,67', '2', '2'],
      ['Lea Learner', 'Total', '4,67', '2', '2'],
      ['Leo Learner', '2026-T4', '0', '2', '0'],
      ['Leo Learner', 'Total', '0', '2', '0'],
    ]);
    expect(csv.headers.get('content-disposition')).to.contain('Heures de pr');
    const { rows } = await xlsxSheet(await fileOf(scene, `${path}.xlsx?to=2026-12-31`));
    expect(rows[1]).to.deep.equal(['Lea Learner', '2026-T4', 4.67, 2, 2]);
  });

  it('keep who has left the session, and tell namesakes apart', async () => {
    scene.host.withLearner(currentSession, { ...person('late', 'Lea', 'Learner'), detail: 'Nuit' });
    const times = { start: '2027-01-05T09:00', end: '2027-01-05T10:00' };
    const { id } = await scene.api.created({ enrolmentMode: 'automatic', ...times });
    scene.clock.advance((Date.parse('2027-01-05T08:30:00Z') - Date.parse(scene.clock.now())) / 1_000);
    await presences(scene).close(id);
    scene.host.directory.removeLearner(currentSession, 'learner1');
    const { people } = await hours('?from=2027-01-05');
    expect(people.map(({ user }) => user)).to.have.deep.members([
      { id: 'learner1', name: 'Lea Learner' },
      { id: 'late', name: 'Lea Learner', detail: 'Nuit' },
      { id: 'learner2', name: 'Leo Learner' },
    ]);
    expect((await scene.api.post(`${seances}/${id}/cancel`, {})).status).to.equal(409);
  });
});
