import { expect } from 'chai';
import { longestSignature } from '../../../src/domain/attendance/signature.js';
import { invalid, refusedWith } from '../../support/api.js';
import { marksOf, moveTo, openSeance, presences } from '../../support/presences.js';
import { onHttp } from '../../support/scene.js';

const drawn = 'M10 20L30 40L600 200';

onHttp('Signing', (scene) => {
  beforeEach(() => moveTo(scene, '11:35'));

  const keep = async (attendance: string) => {
    const sent = { as: 'admin', json: { attendance } };
    expect((await scene.api.send('PUT', '/api/v1/admin/settings', sent)).status).to.equal(200);
  };

  /** A half-day that is open to learners, and a ticket for it. */
  async function open() {
    const { id } = await openSeance(scene);
    const { show, exchange } = presences(scene);
    const code = (await show(id)).body.code ?? '';
    return { id, ticket: async (device?: string) => (await exchange(code, device)).body };
  }

  it('is drawn, or in words; each of them is stored, and said to be signed', async () => {
    await keep('signed');
    const { confirm, read } = presences(scene);
    const { id, ticket } = await open();
    const [first, second] = [await ticket(), await ticket()];
    expect([first.signs, second.signs]).to.deep.equal([true, true]);
    expect((await confirm(first.ticket, 'learner1', { signature: drawn })).body.entry.signed).to.equal(true);
    expect((await confirm(second.ticket, 'learner2')).body.entry.signed).to.equal(true);
    const stored = await scene.database
      .knex('seance_attendance_entry')
      .where({ seance_id: id, kind: 'mark' })
      .orderBy('number')
      .pluck('signature');
    expect(stored).to.deep.equal([drawn, null]);
    expect((await read(id)).slots[0]!.entries.map(({ signed }) => signed)).to.deep.equal([true, true]);
  });

  it('is asked for of whom staff have marked already, keeps what they said, and is written once', async () => {
    await keep('signed');
    const { confirm, mark, read } = presences(scene);
    const { id, ticket } = await open();
    await mark(id, [{ userId: 'learner1', mark: 'late', minutes: 10, note: 'Train' }]);
    const [first, again] = [await ticket(), await ticket()];
    const { body } = await confirm(first.ticket, 'learner1', { signature: drawn });
    expect(body.entry).to.deep.include({ mark: 'late', minutes: 10, note: 'Train', signed: true });
    await confirm(first.ticket, 'learner1', { signature: drawn });
    await confirm(again.ticket, 'learner1', { signature: 'M1 1L2 2' });
    scene.clock.advance(60);
    await mark(id, [{ userId: 'learner1', mark: 'left-early', minutes: 5 }]);
    const [entry] = (await read(id)).slots[0]!.entries;
    expect(entry).to.deep.include({ mark: 'left-early', minutes: 5, source: 'staff', signed: true });
    expect(entry?.earlier?.map(({ source }) => source)).to.deep.equal(['self', 'staff']);
  });

  it('is the trainer’s too, who closes with it', async () => {
    await keep('signed');
    const { close, confirm, read } = presences(scene);
    const { id, ticket } = await open();
    const { ticket: kept } = await ticket();
    const closed = await close(id, { signature: drawn });
    expect(closed.body.closed).to.deep.include({ signed: true });
    expect(marksOf(closed.body)).to.deep.equal({ learner1: 'absent', learner2: 'absent' });
    refusedWith(await confirm(kept, 'learner1', { signature: drawn }), 409, 'slot-closed');
    expect((await read(id)).slots[0]!.entries.map(({ signed }) => signed)).to.deep.equal([false, false]);
    const signed = await scene.database
      .knex('seance_attendance_slot')
      .where({ seance_id: id })
      .pluck('is_signed');
    expect(signed.map(Boolean)).to.deep.equal([true]);
  });

  it('is refused where people do not sign, and when it is none: nothing drawn, outside of its box, too long', async () => {
    await keep('signed');
    const { confirm, read } = presences(scene);
    const { id, ticket } = await open();
    const { ticket: kept } = await ticket();
    for (const none of ['M1 1', 'M1 1L1 1', 'M1 1L601 1', 'M1 1L1 201', 'M1 1L1.5 2', 'M1 1l1 2', 'm1 1L2 2'])
      invalid(await confirm(kept, 'learner1', { signature: none }), ['/signature', 'invalid-format']);
    const long = `M1 1${'L1 2'.repeat(longestSignature / 4)}`;
    invalid(
      await confirm(kept, 'learner1', { signature: long }),
      ['/signature', 'too-long'],
      ['/signature', 'invalid-format'],
    );
    const huge = await confirm(kept, 'learner1', { signature: `M1 1${'L1 2'.repeat(1_250_000)}` });
    refusedWith(huge, 413, 'payload-too-large');
    expect(marksOf((await read(id)).slots[0]!)).to.deep.equal({ learner1: null, learner2: null });
    await keep('marks');
    invalid(await confirm(kept, 'learner1', { signature: drawn }), ['/signature', 'not-allowed']);
    expect((await confirm(kept, 'learner1')).body.entry.signed).to.equal(false);
    await keep('off');
    refusedWith(await confirm(kept, 'learner2'), 409, 'attendance-off');
    await keep('marks');
  });
});
