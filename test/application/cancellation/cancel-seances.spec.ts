import { expect } from 'chai';
import type { EnrolmentView } from '../../../src/application/enrolment/enrolment-view.js';
import type { RepetitionResult } from '../../../src/application/repetition/repeat-seance.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { person } from '../../../src/testing/index.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { currentSession } from '../../support/campus.js';
import { parseCalendar } from '../../support/calendars.js';
import { onHttp, type Scene } from '../../support/scene.js';

type Cancelled = SeanceView & { readonly changed: number; readonly displaced?: number };

function cancelling({ api }: Scene) {
  const act = (verb: string, id: string, query: string, json: object, headers = {}) =>
    api.post<Cancelled>(`${seances}/${id}/${verb}${query}`, json, { headers });
  return {
    cancel: (id: string, json: object = {}, query = '', headers = {}) =>
      act('cancel', id, query, json, headers),
    reinstate: (id: string, query = '', headers = {}) => act('reinstate', id, query, {}, headers),
    read: async (id: string, as = 'trainer1') => (await api.get<SeanceView>(`${seances}/${id}`, { as })).body,
    enrol: (id: string, as: string) => api.send('PUT', `${seances}/${id}/enrolments/me`, { as }),
    leave: (id: string, as: string) => api.send('DELETE', `${seances}/${id}/enrolments/me`, { as }),
    line: async (id: string) =>
      (await api.get<{ items: readonly EnrolmentView[] }>(`${seances}/${id}/enrolments`)).body.items.map(
        ({ user, status }) => `${user.id} ${status}`,
      ),
    series: async (parts: object = {}) => {
      const first = await api.created({ enrolmentMode: 'public', ...parts });
      const { body } = await api.post<RepetitionResult>(`${seances}/${first.id}/repetitions`, {
        ...{ weekdays: ['TU'], weeks: 3 },
      });
      return [first.id, ...body.items.map(({ id }) => id)] as const;
    },
  };
}

onHttp('A séance that is cancelled', (scene) => {
  it('stays where it was, with by whom, when and why, for everybody to see', async () => {
    const { cancel, read } = cancelling(scene);
    const one = await scene.api.created();
    const { status, body, headers } = await cancel(one.id, { reason: ' Formateur malade ' });
    const cancelled = {
      at: scene.clock.now(),
      by: { id: 'trainer1', name: 'Zoé Étienne' },
      reason: 'Formateur malade',
    };
    expect(status).to.equal(200);
    expect(body).to.deep.include({ cancelled, changed: 1, version: one.version + 1, state: one.state });
    expect(headers.get('etag')).to.equal(`"${one.version + 1}"`);
    expect((await read(one.id, 'learner1')).cancelled).to.deep.equal(cancelled);
  });

  it('is found by the filter of the list, which leaves out the others', async () => {
    const { cancel } = cancelling(scene);
    const [one, other] = [await scene.api.created(), await scene.api.created()];
    await cancel(one.id);
    const idsOf = async (query: string) =>
      (await scene.api.get<{ items: SeanceView[] }>(`${seances}?size=all${query}`)).body.items.map(
        ({ id }) => id,
      );
    expect(await idsOf('&cancelled=true'))
      .to.include(one.id)
      .and.not.to.include(other.id);
    expect(await idsOf('&cancelled=false'))
      .to.include(other.id)
      .and.not.to.include(one.id);
    expect(await idsOf('')).to.include.members([one.id, other.id]);
  });

  it('is so once: again writes nothing, whatever version is expected, and an answer that was lost is given again', async () => {
    const { cancel, reinstate } = cancelling(scene);
    const one = await scene.api.created();
    const key = { 'idempotency-key': one.id };
    await cancel(one.id, { reason: 'a' }, '', { ...key, 'if-match': '"1"' });
    const again = await cancel(one.id, { reason: 'b' }, '', { 'if-match': '"1"' });
    expect(again.body).to.deep.include({ changed: 0, version: 2 });
    expect(again.body.cancelled?.reason).to.equal('a');
    const repeated = await cancel(one.id, { reason: 'a' }, '', { ...key, 'if-match': '"1"' });
    expect(repeated.body).to.deep.include({ changed: 1, version: 2 });
    expect((await reinstate(one.id)).body).to.deep.include({ changed: 1, cancelled: null, version: 3 });
    expect((await reinstate(one.id)).body).to.deep.include({ changed: 0, version: 3 });
  });

  it('is not cancelled by who has not seen its last edit', async () => {
    const { cancel, reinstate, read } = cancelling(scene);
    const one = await scene.api.created();
    await scene.api.patch(`${seances}/${one.id}`, { name: 'Autre' });
    refusedWith(await cancel(one.id, {}, '', { 'if-match': '"1"' }), 412, 'stale');
    expect((await read(one.id)).cancelled).to.equal(null);
    await cancel(one.id);
    refusedWith(await reinstate(one.id, '', { 'if-match': '"2"' }), 412, 'stale');
  });

  it('may be edited, moved to the past or cancelled after it has begun, and stays cancelled', async () => {
    const { cancel, read } = cancelling(scene);
    const one = await scene.api.created();
    await cancel(one.id);
    const past = { name: 'Passée', start: '2025-12-01T09:00', end: '2025-12-01T10:00' };
    expect((await scene.api.patch(`${seances}/${one.id}`, past)).status).to.equal(200);
    expect(await read(one.id)).to.deep.include({ name: 'Passée', state: 'past' });
    expect((await read(one.id)).cancelled).not.to.equal(null);
    const begun = await scene.api.created(past);
    expect((await cancel(begun.id)).body.cancelled).not.to.equal(null);
  });

  it('is refused a reason that is too long, of another type, or beside fields that there are not', async () => {
    const { cancel } = cancelling(scene);
    const { id } = await scene.api.created();
    invalid(await cancel(id, { reason: 'x'.repeat(501) }), ['/reason', 'too-long']);
    invalid(await cancel(id, { reason: 7 }), ['/reason', 'wrong-type']);
    invalid(await cancel(id, { why: '' }), ['/why', 'unknown-field']);
    expect((await cancel(id, { reason: null })).body.cancelled?.reason).to.equal('');
  });
});

onHttp('The places of a cancelled séance', (scene) => {
  before(() => {
    scene.host.withLearner(currentSession, person('learner3', 'Luc', 'Learner'));
  });

  it('are kept, and nobody takes or leaves one, staff neither', async () => {
    const { cancel, enrol, leave, line, read } = cancelling(scene);
    const { id } = await scene.api.created({ enrolmentMode: 'public', capacity: 1 });
    await enrol(id, 'learner1');
    await enrol(id, 'learner2');
    await cancel(id);
    refusedWith(await enrol(id, 'learner3'), 409, 'seance-cancelled');
    refusedWith(await leave(id, 'learner1'), 409, 'seance-cancelled');
    const enrolments = `${seances}/${id}/enrolments`;
    const { items } = (await scene.api.get<{ items: EnrolmentView[] }>(enrolments)).body;
    refusedWith(await scene.api.post(enrolments, { userIds: ['learner3'] }), 409, 'seance-cancelled');
    refusedWith(await scene.api.delete(`${enrolments}/${items[0]?.id}`), 409, 'seance-cancelled');
    refusedWith(await scene.api.post(`${enrolments}/${items[1]?.id}/accept`, {}), 409, 'seance-cancelled');
    const other = await scene.api.created();
    refusedWith(
      await scene.api.post(`${enrolments}/${items[0]?.id}/move`, { seanceId: other.id }),
      409,
      'seance-cancelled',
    );
    expect(await line(id)).to.deep.equal(['learner1 enrolled', 'learner2 waiting']);
    expect(await read(id, 'learner1')).to.deep.include({ leaveRefusal: 'seance-cancelled' });
    expect(await read(id, 'learner3')).to.deep.include({ enrolmentRefusal: 'seance-cancelled' });
    await scene.api.patch(`${seances}/${id}`, { capacity: 5 });
    expect(await line(id), 'nobody moves up').to.deep.equal(['learner1 enrolled', 'learner2 waiting']);
  });

  it('count in no group meanwhile, so that who waits for another of it moves up', async () => {
    const { cancel, enrol, line } = cancelling(scene);
    const parts = { enrolmentMode: 'public', groupName: 'Au choix A' };
    const [one, other] = [await scene.api.created(parts), await scene.api.created({ ...parts, capacity: 1 })];
    await enrol(other.id, 'learner2');
    await enrol(one.id, 'learner1');
    refusedWith(await enrol(other.id, 'learner1'), 409, 'group-limit');
    await cancel(one.id);
    expect((await enrol(other.id, 'learner1')).status).to.equal(202);
    await scene.api.patch(`${seances}/${other.id}`, { capacity: 2 });
    expect(await line(other.id)).to.have.members(['learner1 enrolled', 'learner2 enrolled']);
    expect(await line(one.id)).to.deep.equal(['learner1 enrolled']);
  });

  it('come back with the séance: who has another one of the group waits, at their own turn', async () => {
    const { cancel, enrol, line, reinstate } = cancelling(scene);
    const parts = { enrolmentMode: 'public', groupName: 'Au choix B' };
    const [one, other] = [await scene.api.created(parts), await scene.api.created(parts)];
    await enrol(one.id, 'learner1');
    await enrol(one.id, 'learner2');
    await cancel(one.id);
    await enrol(other.id, 'learner1');
    const back = await reinstate(one.id);
    expect(back.body).to.deep.include({ cancelled: null, displaced: 1 });
    expect(await line(one.id)).to.deep.equal(['learner2 enrolled', 'learner1 waiting']);
    expect(await line(other.id)).to.deep.equal(['learner1 enrolled']);
  });

  it('are taken from nobody who was in one that has begun: it is not reinstated over a limit', async () => {
    const { cancel, enrol, line, reinstate } = cancelling(scene);
    const parts = { enrolmentMode: 'public', groupName: 'Au choix C' };
    const soon = { start: '2026-11-23T12:00', end: '2026-11-23T13:00' };
    const [one, other] = [await scene.api.created({ ...parts, ...soon }), await scene.api.created(parts)];
    await enrol(one.id, 'learner1');
    await cancel(one.id);
    await enrol(other.id, 'learner1');
    scene.clock.advance(86_400);
    const refused = refusedWith(await reinstate(one.id), 409, 'group-limit');
    expect(refused.errors?.[0]).to.deep.include({ code: 'group-limit' });
    expect(refused.errors?.[0]?.seance?.id).to.equal(one.id);
    expect(await line(one.id)).to.deep.equal(['learner1 enrolled']);
  });

  it('are in a deleted séance what they were: it comes back cancelled', async () => {
    const { cancel, enrol, line, read } = cancelling(scene);
    const { id } = await scene.api.created({
      enrolmentMode: 'public',
      ...{ start: '2026-12-20T09:00', end: '2026-12-20T10:00' },
    });
    await enrol(id, 'learner1');
    await cancel(id, { reason: 'Neige' });
    await scene.api.delete(`${seances}/${id}`);
    await scene.api.post(`${seances}/${id}/restore`, {});
    expect((await read(id)).cancelled?.reason).to.equal('Neige');
    expect(await line(id)).to.deep.equal(['learner1 enrolled']);
  });
});

onHttp('A series that is cancelled', (scene) => {
  const stateOf = async (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await cancelling(scene).read(id)).cancelled !== null));

  it('is so from a date on, or whole; reinstated likewise, and what is so already is counted in nothing', async () => {
    const { cancel, reinstate, series } = cancelling(scene);
    const [first, second, third, ...rest] = await series();
    const ids = [first, second ?? '', third ?? '', ...rest];
    expect((await cancel(second ?? '', {}, '?scope=following')).body.changed).to.equal(ids.length - 1);
    expect(await stateOf(ids)).to.deep.equal([false, ...ids.slice(1).map(() => true)]);
    expect((await cancel(first, {}, '?scope=all')).body.changed).to.equal(1);
    expect((await reinstate(third ?? '')).body.changed).to.equal(1);
    expect((await reinstate(first, '?scope=all')).body.changed).to.equal(ids.length - 1);
    expect(await stateOf(ids)).to.deep.equal(ids.map(() => false));
  });

  it('goes on with copies that take place, on the dates of cancelled ones too', async () => {
    const { cancel, read, series } = cancelling(scene);
    const [first, second] = await series();
    await cancel(first);
    await cancel(second ?? '');
    const { body } = await scene.api.post<RepetitionResult>(`${seances}/${first}/repetitions`, {
      ...{ weekdays: ['TU'], weeks: 2 },
    });
    expect(body.created).to.equal(1);
    expect(body.items[0]?.start).to.equal((await read(second ?? '')).start);
    expect(body.items.map(({ cancelled }) => cancelled)).to.deep.equal([null]);
  });
});

onHttp('What a cancelled séance takes', (scene) => {
  before(async () => {
    const json = { clashes: 'refuse' };
    await scene.api.send('PUT', '/api/v1/admin/settings', { as: 'admin', json });
  });

  it('is free for another one, and then keeps it from being reinstated', async () => {
    const { cancel, reinstate } = cancelling(scene);
    const parts = { trainerIds: ['trainer1'] };
    const one = await scene.api.created(parts);
    await cancel(one.id);
    const other = await scene.api.created(parts);
    const refused = refusedWith(await reinstate(one.id), 409, 'trainer-busy');
    expect(refused.errors?.[0]?.seance?.id).to.equal(one.id);
    await cancel(other.id);
    expect((await reinstate(one.id)).status).to.equal(200);
    const check = await scene.api.post<{ warnings: { code: string }[] }>(`${seances}/check`, {
      ...{ id: other.id, name: 'Autre nom' },
    });
    expect(check.body.warnings, 'of one that is cancelled').to.deep.equal([]);
  });
});

onHttp('A cancelled séance in calendars', (scene) => {
  const entryOf = async (id: string) => {
    const { text } = await scene.api.get<string>(`${seances}/${id}.ics`, {
      headers: { 'accept-language': 'fr' },
    });
    return { text, event: parseCalendar(text).events[0] };
  };

  it('says so, with the reason and a higher sequence; reinstated it is confirmed again', async () => {
    const { cancel, reinstate } = cancelling(scene);
    const { id } = await scene.api.created();
    const before = await entryOf(id);
    await cancel(id, { reason: 'Formateur malade' });
    const cancelled = await entryOf(id);
    expect(cancelled.text).to.include('STATUS:CANCELLED');
    expect(cancelled.event?.description).to.include('Annulée\u00a0: Formateur malade');
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
    expect(sequence(cancelled.text)).to.be.above(sequence(before.text));
    await reinstate(id);
    const back = await entryOf(id);
    expect(back.text).to.include('STATUS:CONFIRMED').and.not.to.include('Formateur malade');
    expect(sequence(back.text)).to.be.above(sequence(cancelled.text));
  });
});

onHttp('The trace of a cancelled séance', (scene) => {
  it('is in its history, and holds no name of who is gone', async () => {
    const { cancel, reinstate, read } = cancelling(scene);
    const { id } = await scene.api.created();
    await cancel(id, { reason: 'Formateur malade' });
    await reinstate(id);
    await cancel(id);
    const { body } = await scene.api.get<{ items: { type: string; data: object }[] }>(
      `${seances}/${id}/history`,
    );
    const types = body.items.map(({ type }) => type);
    expect(types).to.include.members(['seance.cancelled', 'seance.reinstated']);
    await scene.plugin.tell({ type: 'user.gone', userId: 'trainer1' });
    expect((await read(id, 'manager')).cancelled?.by).to.deep.equal({ id: '', name: '' });
  });
});
