import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import type { NoticePage } from '../../../src/application/notice/own-notices.js';
import { RemindPeople } from '../../../src/application/notice/remind-people.js';
import { FixedClock } from '../../../src/testing/index.js';
import { seances } from '../../support/api.js';
import { onDatabase } from '../../support/databases.js';
import { onHttp, type Scene } from '../../support/scene.js';
import { tellAll } from '../../support/told-notices.js';
import { seanceRecord } from '../../support/seance-records.js';

const startsAt = '2026-12-10T09:00';

function reminding({ api, clock, database, host }: Scene) {
  const remind = new RemindPeople(new KnexUnitOfWork(database.open), new UuidGenerator(), clock);
  /** Reminds whom is to be reminded at a time, and says of how many séances. */
  const at = async (time: string): Promise<number> => {
    clock.advance((Date.parse(time) - Date.parse(clock.now())) / 1_000);
    const begun = await remind.run();
    await tellAll({ database, clock, directory: host.ports.directory });
    return begun;
  };
  const reminded = async (as: string) => {
    const { body } = await api.get<NoticePage>('/api/v1/me/notices', { as });
    return body.items.filter(({ kind }) => kind === 'reminder');
  };
  const created = async (parts: object = {}) => {
    const seance = await api.created({
      ...{ name: 'Cours', enrolmentMode: 'public', trainerIds: ['trainer2'] },
      ...{ start: startsAt, end: '2026-12-10T10:00', ...parts },
    });
    await api.send('PUT', `${seances}/${seance.id}/enrolments/me`, { as: 'learner1' });
    return seance;
  };
  return { at, reminded, created };
}

onHttp('Reminders', function (scene) {
  beforeEach(async () => {
    const { clock, database } = scene;
    clock.advance((Date.parse('2026-12-01T08:00:00Z') - Date.parse(clock.now())) / 1_000);
    for (const name of ['', '_set', '_item', '_settings'])
      await database.knex(`seance_notice${name}`).delete();
    await database.knex('seance').update({ deleted_at: clock.now() });
  });

  it('are told once, a day before, to who is in and to trainers', async () => {
    const { at, reminded, created } = reminding(scene);
    const seance = await created({ capacity: 1 });
    await scene.api.send('PUT', `${seances}/${seance.id}/enrolments/me`, { as: 'learner2' });

    expect(await at('2026-12-09T07:59:00Z')).to.equal(0);
    expect(await at('2026-12-09T08:00:00Z')).to.equal(1);
    expect(await at('2026-12-09T08:01:00Z')).to.equal(0);
    for (const somebody of ['learner1', 'trainer2']) {
      const found = await reminded(somebody);
      expect(found, somebody).to.have.length(1);
      expect(found[0]?.text).to.match(/^Bientôt.: .*Cours.*10 décembre 2026/);
      expect(found[0]?.data.changes).to.deep.equal([
        { seanceId: seance.id, reminder: { before: null, after: 1_440 } },
      ]);
    }
    expect(await reminded('learner2')).to.deep.equal([]);
  });

  it('are told up to an hour late, and of nothing that has begun', async () => {
    const { at, created } = reminding(scene);
    await created();
    await created({ start: '2026-12-10T09:30' });
    expect(await at('2026-12-09T09:15:00Z')).to.equal(1);
    await scene.api.send('PUT', '/api/v1/admin/notices', { as: 'admin', json: { reminders: [30] } });
    expect(await at('2026-12-10T08:10:00Z')).to.equal(1);
  });

  it('are told again of a séance that moves, at its new time', async () => {
    const { at, reminded, created } = reminding(scene);
    const seance = await created();
    await at('2026-12-09T08:00:00Z');
    await scene.api.patch(`${seances}/${seance.id}`, { start: '2026-12-12T09:00', end: '2026-12-12T10:00' });

    expect(await at('2026-12-09T08:30:00Z')).to.equal(0);
    expect(await at('2026-12-11T08:00:00Z')).to.equal(1);
    expect(await reminded('learner1')).to.have.length(2);
  });

  it('are not told when the start was known after the moment only, whatever else was changed', async () => {
    const { at, created } = reminding(scene);
    const [moved, renamed] = [await created({ start: '2026-12-10T08:00' }), await created()];
    scene.clock.advance((Date.parse('2026-12-09T08:20:00Z') - Date.parse(scene.clock.now())) / 1_000);
    await created();
    await scene.api.patch(`${seances}/${moved.id}`, { start: startsAt, end: '2026-12-10T10:00' });
    await scene.api.patch(`${seances}/${moved.id}`, { name: 'Autre' });
    await scene.api.patch(`${seances}/${renamed.id}`, { name: 'Autre' });

    expect(await at('2026-12-09T08:30:00Z')).to.equal(1);
    const origins = await scene.database.knex('seance_notice_set').whereNotNull('origin').pluck('origin');
    expect(origins).to.deep.equal([`reminder ${renamed.id} 1440 2026-12-10T08:00:00Z`]);
  });

  it('are not told of what is cancelled or deleted', async () => {
    const { at, created } = reminding(scene);
    const [cancelled, deleted, kept] = [await created(), await created(), await created()];
    await scene.api.post(`${seances}/${cancelled.id}/cancel`, {});
    await scene.api.send('DELETE', `${seances}/${deleted.id}`);

    expect(await at('2026-12-09T08:00:00Z')).to.equal(1);
    const origins = await scene.database.knex('seance_notice_set').whereNotNull('origin').pluck('origin');
    expect(origins).to.deep.equal([`reminder ${kept.id} 1440 2026-12-10T08:00:00Z`]);
  });

  it('are not told of what was reinstated or restored after the moment only', async () => {
    const { at, created } = reminding(scene);
    const [reinstated, restored, early] = [await created(), await created(), await created()];
    const reinstate = ({ id }: { readonly id: string }) => scene.api.post(`${seances}/${id}/reinstate`, {});
    for (const { id } of [reinstated, early]) await scene.api.post(`${seances}/${id}/cancel`, {});
    await scene.api.send('DELETE', `${seances}/${restored.id}`);
    await reinstate(early);
    expect(await at('2026-12-09T07:59:00Z')).to.equal(0);
    scene.clock.advance((Date.parse('2026-12-09T08:20:00Z') - Date.parse(scene.clock.now())) / 1_000);
    await reinstate(reinstated);
    await scene.api.post(`${seances}/${restored.id}/restore`, undefined);

    expect(await at('2026-12-09T08:30:00Z')).to.equal(1);
    const origins = await scene.database.knex('seance_notice_set').whereNotNull('origin').pluck('origin');
    expect(origins).to.deep.equal([`reminder ${early.id} 1440 2026-12-10T08:00:00Z`]);
  });

  it('are told as often as the administrators want, or never', async () => {
    const { at, reminded, created } = reminding(scene);
    const decide = (reminders: readonly number[]) =>
      scene.api.send('PUT', '/api/v1/admin/notices', { as: 'admin', json: { reminders } });
    const { id: seanceId } = await created();
    await decide([2_880, 60]);
    expect(await at('2026-12-08T08:00:00Z')).to.equal(1);
    expect(await at('2026-12-09T08:00:00Z')).to.equal(0);
    expect(await at('2026-12-10T07:00:00Z')).to.equal(1);
    const told = (await reminded('learner1')).map(({ data: { changes } }) => changes[0]);
    expect(told).to.deep.equal([
      { seanceId, reminder: { before: null, after: 60 } },
      { seanceId, reminder: { before: null, after: 2_880 } },
    ]);

    await created({ start: '2026-12-14T09:00', end: '2026-12-14T10:00' });
    await decide([]);
    expect(await at('2026-12-13T08:00:00Z')).to.equal(0);
  });
});

onDatabase('Reminders of two processes', (database) => {
  it('are one set, with what it says', async () => {
    const clock = new FixedClock('2026-11-30T08:00:00Z');
    const works = [database.open, database.openAnother()].map((open) => new KnexUnitOfWork(open));
    await works[0]?.write(({ seances: repository }) =>
      repository.insert(Array.from({ length: 30 }, () => seanceRecord())),
    );
    const begun = await Promise.all(
      works.map((work) => new RemindPeople(work, new UuidGenerator(), clock).run()),
    );

    expect(begun.reduce((sum, one) => sum + one, 0)).to.equal(30);
    const items = await database.knex('seance_notice_item').pluck('set_id');
    const sets = await database.knex('seance_notice_set').pluck('id');
    expect(items.toSorted()).to.deep.equal(sets.toSorted()).and.to.have.length(30);
  });
});
