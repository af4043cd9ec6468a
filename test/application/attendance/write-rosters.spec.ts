import { expect } from 'chai';
import type { OpenDatabase } from '../../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { NodeDigests } from '../../../src/adapters/system/node-digests.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { AttendanceBooks } from '../../../src/application/attendance/attendance-books.js';
import { WriteRosters } from '../../../src/application/attendance/write-rosters.js';
import { EventRecorder } from '../../../src/application/event/event-recorder.js';
import { ReadSettings } from '../../../src/application/settings/read-settings.js';
import { Transactions } from '../../../src/application/transactions.js';
import { userCommitment } from '../../../src/domain/attendance/entry.js';
import { person } from '../../../src/testing/index.js';
import { seances } from '../../support/api.js';
import { sha256 } from '../../support/attendance-logs.js';
import { currentSession } from '../../support/campus.js';
import { marksOf, moveTo, openSeance, presences } from '../../support/presences.js';
import { onHttp } from '../../support/scene.js';
import { settingsInForce } from '../../support/settings.js';

onHttp('Writing down who was to be in half-days that have begun', (scene) => {
  beforeEach(() => moveTo(scene, '11:30'));

  function writer(open: OpenDatabase = scene.database.open): WriteRosters {
    const { host, clock } = scene;
    const work = new KnexUnitOfWork(open);
    const [settings, ids] = [new ReadSettings(work, settingsInForce()), new UuidGenerator()];
    const transactions = new Transactions(work, settings, new EventRecorder(ids), ids, clock);
    const books = new AttendanceBooks(transactions, host.directory, new NodeDigests(), clock);
    return new WriteRosters(work, settings, books, clock);
  }

  const listed = (id: string) =>
    scene.database
      .knex('seance_attendance_entry')
      .where({ seance_id: id, kind: 'roster' })
      .orderBy('number')
      .pluck('user_id');

  it('is done once at the start, whoever writes at the same time, and follows nobody who comes later', async () => {
    const automatic = await openSeance(scene);
    const free = await openSeance(scene, { enrolmentMode: 'public' });
    await scene.api.post(`${seances}/${free.id}/enrolments`, { userIds: ['learner2'] });
    expect(await writer().run()).to.equal(0);
    moveTo(scene, '11:45');
    const writers = [1, 2, 3, 4].map(() => writer(scene.database.openAnother()));
    const written = await Promise.all(writers.map((one) => one.run()));
    expect(written.reduce((sum, one) => sum + one, 0)).to.be.at.least(2);
    expect(await listed(automatic.id)).to.have.members(['learner1', 'learner2']);
    expect(await listed(free.id)).to.deep.equal(['learner2']);
    expect(await writer().run()).to.equal(0);
    await scene.api.post(`${seances}/${free.id}/enrolments`, { userIds: ['learner1'] });
    scene.host.withLearner(currentSession, person('newcomer', 'Nia', 'Newcomer'));
    for (const [id, people] of [
      [automatic.id, ['learner1', 'learner2']],
      [free.id, ['learner2']],
    ] as const)
      expect(Object.keys(marksOf((await presences(scene).read(id)).slots[0]!))).to.have.members(people);
  }).timeout(60_000);

  it('waits for the second half of a day until that begins', async () => {
    const { id } = await openSeance(scene, { end: '2026-11-23T15:00' });
    moveTo(scene, '11:50');
    await writer().run();
    const times = () =>
      scene.database
        .knex('seance_attendance_slot')
        .where({ seance_id: id })
        .orderBy('slot')
        .pluck('roster_at');
    expect(await times()).to.deep.equal(['2026-11-23T10:50:00Z', null]);
    moveTo(scene, '13:00');
    expect(await writer().run()).to.equal(1);
    expect(await times()).to.deep.equal(['2026-11-23T10:50:00Z', '2026-11-23T12:00:00Z']);
  });

  it('leaves out what was cancelled, deleted, or began more than a day ago', async () => {
    const act = (id: string, verb: string) => scene.api.post(`${seances}/${id}/${verb}`, {});
    const cancelled = await openSeance(scene);
    await act(cancelled.id, 'cancel');
    const deleted = await openSeance(scene);
    await scene.api.delete(`${seances}/${deleted.id}`);
    const old = await openSeance(scene, { start: '2026-11-22T11:00', end: '2026-11-22T12:00' });
    moveTo(scene, '11:46');
    expect(await writer().run()).to.equal(0);
    for (const { id } of [cancelled, deleted, old]) expect(await listed(id)).to.deep.equal([]);
  });

  it('is done by whoever closes a half-day before its start', async () => {
    const { id } = await openSeance(scene);
    const { body } = await presences(scene).close(id);
    expect(marksOf(body)).to.include({ learner1: 'absent', learner2: 'absent' });
    expect(await listed(id)).to.include.members(['learner1', 'learner2']);
  });

  it('seals names as the database gives them back, however long, and with half of a character', async () => {
    const face = '\u{1f393}';
    const names = { long: `${'x'.repeat(254)}${face}`, half: `Lea ${face.charAt(0)}` };
    for (const [id, name] of Object.entries(names))
      scene.host.withLearner(currentSession, { ...person(id, 'Lea', 'Learner'), name });
    const { id } = await openSeance(scene);
    await presences(scene).close(id);
    const work = new KnexUnitOfWork(scene.database.open);
    const entries = await work.read(({ attendance }) => attendance.entriesIn([id]));
    const stored = new Map(entries.map(({ user }) => [user.id, user.name]));
    expect([stored.get('long'), stored.get('half')]).to.deep.equal(['x'.repeat(254), 'Lea \ufffd']);
    for (const entry of entries)
      expect(userCommitment(entry, entry.userSalt ?? '', sha256), entry.user.id).to.equal(
        entry.userCommitment,
      );
  });
});
