import { expect } from 'chai';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { marksOf, moveTo, openSeance, presences } from '../../support/presences.js';
import { onHttp } from '../../support/scene.js';

onHttp('Marking who is there', (scene) => {
  beforeEach(() => moveTo(scene, '11:30'));

  it('is open a quarter of an hour before the start, for everybody who is in', async () => {
    const { read, mark } = presences(scene);
    const { id } = await openSeance(scene);
    const [before] = (await read(id)).slots;
    expect(before).to.deep.include({ id: 1, state: 'open', minutes: 60, closed: null, checkIn: null });
    expect(marksOf(before!)).to.deep.equal({ learner1: null, learner2: null });
    const { status, body } = await mark(id, [{ userId: 'learner1', mark: 'present' }]);
    expect(status).to.equal(200);
    expect(marksOf(body)).to.deep.equal({ learner1: 'present', learner2: null });
    expect(body.entries[0]).to.deep.include({
      by: { id: 'trainer1', name: 'Zoé Étienne' },
      at: scene.clock.now(),
      ...{ source: 'staff', signed: false },
    });
    expect((await read(id)).begun).to.equal(true);
  });

  it('is refused before it opens, for whom it is not about, and for half-days that there are not', async () => {
    const { mark } = presences(scene);
    const later = await openSeance(scene, { start: '2026-11-23T11:46' });
    refusedWith(await mark(later.id, [{ userId: 'learner1', mark: 'present' }]), 409, 'slot-not-open');
    const { id } = await openSeance(scene);
    const other = await mark(id, [
      { userId: 'learner1', mark: 'present' },
      { userId: 'outsider', mark: 'present' },
    ]);
    expect(refusedWith(other, 409, 'not-in-roster').errors).to.have.nested.property(
      '[0].pointer',
      '/marks/1/userId',
    );
    expect(marksOf((await presences(scene).read(id)).slots[0]!)).to.deep.include({ learner1: null });
    refusedWith(await mark(id, [{ userId: 'learner1', mark: 'present' }], 2), 404, 'not-found');
    refusedWith(await mark(id, [{ userId: 'learner1', mark: 'present' }], 1, 'editor'), 403, 'forbidden');
  });

  it('takes minutes of who came late or left early, and of nobody else', async () => {
    const { mark } = presences(scene);
    const { id } = await openSeance(scene);
    const wrong = await mark(id, [
      { userId: 'learner1', mark: 'late' },
      { userId: 'learner2', mark: 'present', minutes: 5 },
    ]);
    invalid(wrong, ['/marks/0/minutes', 'required'], ['/marks/1/minutes', 'not-allowed']);
    invalid(await mark(id, [{ userId: 'learner1', mark: 'late', minutes: 60 }]), [
      '/marks/0/minutes',
      'too-large',
    ]);
    const twice = [
      { userId: 'learner1', mark: 'present' },
      { userId: 'learner1', mark: 'absent' },
    ];
    invalid(await mark(id, twice), ['/marks/1/userId', 'duplicate']);
    const { body } = await mark(id, [
      { userId: 'learner1', mark: 'late', minutes: 10 },
      { userId: 'learner2', mark: 'excused', note: ' Médecin ' },
    ]);
    expect(marksOf(body)).to.deep.equal({ learner1: 'late 10', learner2: 'excused' });
    expect(body.entries[1]?.note).to.equal('Médecin');
  });

  it('takes a thousand marks at once, and says what is too much', async () => {
    const { mark, add } = presences(scene);
    const { id } = await openSeance(scene);
    const marks = Array.from({ length: 10_000 }, (_, index) => ({ userId: `u${index}`, mark: 'present' }));
    invalid(await mark(id, marks), ['/marks', 'too-long']);
    refusedWith(await mark(id, marks.slice(0, 1_000)), 409, 'not-in-roster');
    invalid(await mark(id, []), ['/marks', 'too-short']);
    const userIds = marks.map(({ userId }) => userId);
    invalid(await add(id, userIds), ['/userIds', 'too-long']);
  });

  it('writes what is sent twice once, and lets no mark that waited for a connection undo a later one', async () => {
    const { mark, read } = presences(scene);
    const { id } = await openSeance(scene);
    const marked = [{ userId: 'learner1', mark: 'present', at: '2026-11-23T10:35:00Z' }];
    moveTo(scene, '11:40');
    await mark(id, marked);
    await mark(id, marked);
    await mark(id, [{ userId: 'learner1', mark: 'absent', at: '2026-11-23T10:31:00Z' }]);
    const [entry] = (await read(id)).slots[0]!.entries;
    expect(entry).to.deep.include({ mark: 'present', at: '2026-11-23T10:35:00Z' });
    expect(entry?.earlier?.map(({ mark: before, at }) => [before, at])).to.deep.equal([
      ['absent', '2026-11-23T10:31:00Z'],
    ]);
  });

  it('lets no mark that waited undo what was said again after it', async () => {
    const { mark, read } = presences(scene);
    const { id } = await openSeance(scene);
    moveTo(scene, '11:40');
    const said = (word: string, at: string) =>
      mark(id, [{ userId: 'learner1', mark: word, at: `2026-11-23T10:${at}:00Z` }]);
    for (const [word, at] of [
      ['present', '32'],
      ['present', '36'],
      ['absent', '34'],
      ['present', '33'],
    ] as const)
      await said(word, at);
    const [entry] = (await read(id)).slots[0]!.entries;
    expect(entry).to.deep.include({ mark: 'present', at: '2026-11-23T10:36:00Z' });
    expect(entry?.earlier?.map(({ mark: before }) => before)).to.deep.equal(['absent', 'present']);
  });

  it('lets what is said next hold, also after a clock that is a minute ahead', async () => {
    const { mark, read } = presences(scene);
    const { id } = await openSeance(scene);
    await mark(id, [{ userId: 'learner1', mark: 'present', at: '2026-11-23T10:31:00Z' }]);
    scene.clock.advance(5);
    await mark(id, [{ userId: 'learner1', mark: 'absent' }]);
    const [entry] = (await read(id)).slots[0]!.entries;
    expect(entry)
      .to.deep.include({ mark: 'absent', at: '2026-11-23T10:30:05Z' })
      .and.not.have.property('clockWrong');
    expect(entry?.earlier?.map(({ at }) => at)).to.deep.equal(['2026-11-23T10:30:00Z']);
  });

  it('keeps the mark of a phone that is a day off, and says so to staff', async () => {
    const { mark, read } = presences(scene);
    const { id } = await openSeance(scene);
    await mark(id, [{ userId: 'learner1', mark: 'present', at: '2026-11-24T10:30:00Z' }]);
    await mark(id, [{ userId: 'learner2', mark: 'absent', at: '2026-11-22T10:30:00Z' }]);
    for (const entry of (await read(id)).slots[0]!.entries)
      expect(entry).to.deep.include({ at: scene.clock.now(), clockWrong: true });
    expect((await read(id, 'learner1')).slots[0]!.entries).to.have.length(1);
    expect((await read(id, 'learner1')).slots[0]!.entries[0]).not.to.have.property('clockWrong');
  });

  it('follows enrolments until the start, and the roster that is written then', async () => {
    const { mark, read, add } = presences(scene);
    const { id } = await openSeance(scene, { enrolmentMode: 'public' });
    const enrol = (userId: string) => scene.api.post(`${seances}/${id}/enrolments`, { userIds: [userId] });
    await enrol('learner1');
    expect(marksOf((await read(id)).slots[0]!)).to.deep.equal({ learner1: null });
    refusedWith(await add(id, ['learner2']), 409, 'slot-not-begun');
    moveTo(scene, '11:50');
    await mark(id, [{ userId: 'learner1', mark: 'present' }]);
    await enrol('learner2');
    expect(marksOf((await read(id)).slots[0]!)).to.deep.equal({ learner1: 'present' });
    refusedWith(await mark(id, [{ userId: 'learner2', mark: 'present' }]), 409, 'not-in-roster');
    refusedWith(await add(id, ['outsider']), 409, 'not-a-learner');
    expect(marksOf((await add(id, ['learner2', 'learner1'])).body)).to.deep.equal({
      learner1: 'present',
      learner2: null,
    });
    expect((await mark(id, [{ userId: 'learner2', mark: 'remote' }])).status).to.equal(200);
  });

  it('keeps times and break where they are once something is marked, and not before', async () => {
    const { mark, part, read } = presences(scene);
    const { id } = await openSeance(scene, { end: '2026-11-23T15:45' });
    expect((await read(id)).slots.map(({ end }) => end)).to.deep.equal([
      '2026-11-23T13:00',
      '2026-11-23T15:45',
    ]);
    const parted = await part(id, '12:50', '13:50');
    expect(
      parted.body.slots.map(({ start, end, minutes }) => [start.slice(11), end.slice(11), minutes]),
    ).to.deep.equal([
      ['11:45', '12:50', 65],
      ['13:50', '15:45', 115],
    ]);
    invalid(await part(id, '13:00', '12:00'), ['/end', 'end-before-start']);
    moveTo(scene, '11:50');
    const change = (json: object) => scene.api.patch(`${seances}/${id}`, json);
    expect((await change({ end: '2026-11-23T16:00' })).status).to.equal(200);
    await mark(id, [{ userId: 'learner1', mark: 'present' }]);
    refusedWith(await change({ end: '2026-11-23T17:00' }), 409, 'attendance-begun');
    refusedWith(await part(id, null), 409, 'attendance-begun');
    expect((await change({ name: 'Autrement' })).status).to.equal(200);
    expect((await read(id)).slots.map(({ end }) => end.slice(11))).to.deep.equal(['12:50', '16:00']);
  });

  it('is nothing in a séance that is cancelled, which it cannot be once a half-day is closed', async () => {
    const { mark, read, close } = presences(scene);
    const act = (id: string, verb: string) => scene.api.post(`${seances}/${id}/${verb}`, {});
    const { id } = await openSeance(scene);
    await mark(id, [{ userId: 'learner1', mark: 'present' }]);
    expect((await act(id, 'cancel')).status).to.equal(200);
    refusedWith(await mark(id, [{ userId: 'learner2', mark: 'present' }]), 409, 'seance-cancelled');
    expect((await read(id)).slots).to.deep.equal([]);
    await act(id, 'reinstate');
    expect(marksOf((await read(id)).slots[0]!)).to.deep.include({ learner1: 'present' });
    await close(id);
    refusedWith(await act(id, 'cancel'), 409, 'attendance-begun');
  });

  it('is ended by closing: who has no mark is absent, and corrections alone come after', async () => {
    const { mark, close, correct, read } = presences(scene);
    const { id } = await openSeance(scene);
    moveTo(scene, '12:45');
    await mark(id, [{ userId: 'learner1', mark: 'present' }]);
    refusedWith(
      await correct(id, { userId: 'learner1', mark: 'absent', reason: 'Parti' }),
      409,
      'slot-not-closed',
    );
    invalid(await close(id, { signature: 'M1 1L2 2' }), ['/signature', 'not-allowed']);
    const { body } = await close(id);
    expect(body).to.deep.include({
      state: 'closed',
      closed: { by: { id: 'trainer1', name: 'Zoé Étienne' }, at: scene.clock.now(), signed: false },
    });
    expect(marksOf(body)).to.deep.equal({ learner1: 'present', learner2: 'absent' });
    refusedWith(await close(id), 409, 'slot-closed');
    refusedWith(await mark(id, [{ userId: 'learner1', mark: 'absent' }]), 409, 'slot-closed');
    invalid(await correct(id, { userId: 'learner2', mark: 'present' }), ['/reason', 'required']);
    const corrected = await correct(id, { userId: 'learner2', mark: 'late', minutes: 20, reason: 'Train' });
    const entry = corrected.body.entries.find(({ user }) => user.id === 'learner2');
    expect(entry).to.deep.include({ mark: 'late', minutes: 20, note: 'Train', correction: true });
    expect(entry?.earlier?.map((one) => one.mark)).to.deep.equal(['absent']);
    const own = (await read(id, 'learner2')).slots[0]!.entries;
    expect(own.map(({ mark: now, earlier }) => [now, earlier])).to.deep.equal([['late', undefined]]);
  });

  it('is told: each mark, the close and each correction', async () => {
    const { mark, close, correct } = presences(scene);
    const { id } = await openSeance(scene);
    await mark(id, [{ userId: 'learner1', mark: 'present' }]);
    await close(id);
    await correct(id, { userId: 'learner1', mark: 'excused', reason: 'Malade' });
    const { body } = await scene.api.get<{
      items: readonly { type: string; user: { id: string } | null; data: object }[];
    }>(`${seances}/${id}/history?size=100`);
    const told = body.items.filter(({ type }) => type.startsWith('attendance.'));
    expect(told.map(({ type, user }) => [type, user?.id ?? null]).reverse()).to.deep.equal([
      ['attendance.marked', 'learner1'],
      ['attendance.marked', 'learner2'],
      ['attendance.closed', null],
      ['attendance.corrected', 'learner1'],
    ]);
    expect(told[0]?.data).to.deep.include({ slot: 1, mark: 'excused', before: 'present', reason: 'Malade' });
    expect(told[1]?.data).to.deep.include({ present: 1, absent: 1, people: 2, signed: false });
  });
});
