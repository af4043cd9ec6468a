import { expect } from 'chai';
import type { RepetitionResult } from '../../../src/application/repetition/repeat-seance.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import type { SeriesChangePreview } from '../../../src/application/series/preview-series-change.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { onHttp, type Scene } from '../../support/scene.js';

function selection({ api }: Scene) {
  return {
    edit: (ids: readonly string[], changes: object, headers = {}) =>
      api.post<{ edited: number }>(`${seances}/edit`, { ids, changes }, { headers }),
    preview: (ids: readonly string[], changes: object) =>
      api.post<{ changes: readonly SeriesChangePreview[] }>(`${seances}/edit/preview`, { ids, changes }),
    read: async (id: string) => (await api.get<SeanceView>(`${seances}/${id}`)).body,
    enrol: (id: string, as: string) => api.send('PUT', `${seances}/${id}/enrolments/me`, { as }),
  };
}

const brussels = { start: '2026-12-01T09:00', end: '2026-12-01T10:30' };
const night = { start: '2026-12-02T22:00', end: '2026-12-03T02:00', timeZone: 'America/Montreal' };

onHttp('Several séances at once', (scene) => {
  it('get other hours on their own days and clocks, trainers, a capacity and their place in the agenda', async () => {
    const { edit, read } = selection(scene);
    const [one, other] = [await scene.api.created(brussels), await scene.api.created(night)];
    const changes = { startTime: '20:30', endTime: '23:00', trainerIds: ['trainer2'], capacity: 7 };
    const { status, body } = await edit([other.id, one.id], { ...changes, inAgenda: true });
    expect([status, body.edited]).to.deep.equal([200, 2]);
    expect(await read(one.id)).to.deep.include({
      ...{ start: '2026-12-01T20:30', end: '2026-12-01T23:00', capacity: 7, inAgenda: true, version: 2 },
    });
    expect(await read(other.id)).to.deep.include({
      ...{ start: '2026-12-02T20:30', end: '2026-12-03T23:00', startsAt: '2026-12-03T01:30:00Z' },
    });
    expect((await read(other.id)).trainers.map(({ id }) => id)).to.deep.equal(['trainer2']);
  });

  it('are shown before it is written, with what is in the way, and nothing is written', async () => {
    const { preview, read } = selection(scene);
    const parts = { trainerIds: ['trainer1'] };
    const [one, other] = [
      await scene.api.created({ ...brussels, ...parts }),
      await scene.api.created({ ...parts, start: '2026-12-01T14:00', end: '2026-12-01T15:00' }),
    ];
    const { body } = await preview([other.id, one.id], { startTime: '10:00', endTime: '11:00' });
    expect(body.changes.map(({ id, start, before }) => [id, before.start, start])).to.deep.equal([
      [one.id, brussels.start, '2026-12-01T10:00'],
      [other.id, '2026-12-01T14:00', '2026-12-01T10:00'],
    ]);
    expect(body.changes[0]?.warnings.map(({ code }) => code)).to.deep.equal(['trainer-busy']);
    expect((await read(one.id)).version).to.equal(1);
  });

  it('of a series have it as their own, and a change of the series leaves it', async () => {
    const { edit, read } = selection(scene);
    const first = await scene.api.created({ ...brussels, capacity: 3 });
    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${first.id}/repetitions`, {
      ...{ weekdays: ['TU'], weeks: 2 },
    });
    const second = body.items[0]?.id ?? '';
    await edit([second], { capacity: 9 });
    await scene.api.patch(`${seances}/${first.id}?scope=all`, { capacity: 5 });
    expect((await read(second)).capacity).to.equal(9);
    expect((await read(first.id)).capacity).to.equal(5);
  });

  it('are all changed or none: the refusal points at what was sent, and names each that is in the way', async () => {
    const { edit, enrol, read } = selection(scene);
    const [one, other] = [
      await scene.api.created({ ...brussels, enrolmentMode: 'public' }),
      await scene.api.created({ ...brussels, enrolmentMode: 'public' }),
    ];
    await enrol(other.id, 'learner1');
    await enrol(other.id, 'learner2');
    const refused = refusedWith(
      await edit([one.id, other.id], { capacity: 1 }),
      409,
      'capacity-below-enrolled',
    );
    expect(refused.errors?.map(({ pointer, seance }) => [pointer, seance?.id])).to.deep.equal([
      ['/changes/capacity', other.id],
    ]);
    expect((await read(one.id)).capacity).to.equal(null);
    const wrong = refusedWith(await edit([one.id, other.id], { endTime: '08:00' }), 422, 'validation');
    expect(wrong.errors?.map(({ pointer, code }) => [pointer, code])).to.deep.equal([
      ['/changes/endTime', 'end-before-start'],
      ['/changes/endTime', 'end-before-start'],
    ]);
    invalid(await edit([one.id], { trainerIds: ['nobody'] }), ['/changes/trainerIds/0', 'not-proposed']);
    invalid(await edit([one.id], { startTime: '24:00' }), ['/changes/startTime', 'invalid-date-time']);
    invalid(await edit([one.id], { name: 'x' }), ['/changes/name', 'unknown-field']);
    invalid(await edit([one.id], {}), ['/changes', 'empty']);
    invalid(await edit([], { capacity: 1 }), ['/ids', 'too-short']);
    const gone = await scene.api.created(brussels);
    await scene.api.delete(`${seances}/${gone.id}`);
    const missing = refusedWith(await edit([one.id, gone.id], { capacity: 4 }), 404, 'not-found');
    expect(missing.errors?.map(({ pointer, seance }) => [pointer, seance?.name])).to.deep.equal([
      ['/ids/1', 'Séance'],
    ]);
  });

  it('let those move up who wait, and are edited once, whatever is sent again', async () => {
    const { edit, enrol, read } = selection(scene);
    const one = await scene.api.created({ ...brussels, enrolmentMode: 'public', capacity: 1 });
    await enrol(one.id, 'learner1');
    await enrol(one.id, 'learner2');
    const headers = { 'idempotency-key': one.id };
    await edit([one.id], { capacity: 2 }, headers);
    await edit([one.id], { capacity: 2 }, headers);
    expect(await read(one.id)).to.deep.include({ enrolledCount: 2, waitingCount: 0, version: 2 });
  });

  it('are cancelled and reinstated together, all or none', async () => {
    const { read } = selection(scene);
    const [one, other] = [await scene.api.created(brussels), await scene.api.created(night)];
    const ids = [one.id, other.id];
    const cancelled = await scene.api.post(`${seances}/cancel`, { ids, reason: 'Neige' });
    expect([cancelled.status, cancelled.body]).to.deep.equal([200, { changed: 2 }]);
    expect((await read(other.id)).cancelled?.reason).to.equal('Neige');
    const missing = [one.id, '01900000-0000-7000-8000-000000000000'];
    refusedWith(await scene.api.post(`${seances}/reinstate`, { ids: missing }), 404, 'not-found');
    expect((await read(one.id)).cancelled).not.to.equal(null);
    const back = await scene.api.post(`${seances}/reinstate`, { ids });
    expect([back.status, back.body]).to.deep.equal([200, { changed: 2, displaced: 0 }]);
    expect((await read(one.id)).cancelled).to.equal(null);
  });
});
