import { expect } from 'chai';
import { stub } from 'sinon';
import { KnexAttendanceRepository } from '../../../src/adapters/knex/knex-attendance-repository.js';
import { NodeDigests } from '../../../src/adapters/system/node-digests.js';
import {
  alphabet,
  codeStep,
  mostWrongCodes,
  ticketSeconds,
} from '../../../src/domain/attendance/check-in.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { marksOf, moveTo, openSeance, presences } from '../../support/presences.js';
import { onHttp } from '../../support/scene.js';

/** Another code of the same half-day: the digits that come next. */
function wrong(code: string, by = 1): string {
  const digits = (Number(code.slice(-4)) + by) % 10_000;
  return `${code.slice(0, 5)}${String(digits).padStart(4, '0')}`;
}

onHttp('Checking in', (scene) => {
  beforeEach(() => moveTo(scene, '11:35'));

  /** A half-day whose code is on the wall. */
  async function shown(parts: object = {}, until: object = {}) {
    const { id } = await openSeance(scene, parts);
    const { status, body, text } = await presences(scene).show(id, { open: true, ...until });
    expect(status, text).to.equal(200);
    return { id, ...body, code: body.code ?? '' };
  }

  async function ticketFor(code: string, device?: string): Promise<string> {
    const { status, body, text } = await presences(scene).exchange(code, device);
    expect(status, text).to.equal(200);
    return body.ticket;
  }

  it('exchanges the code on the wall for a ticket, of whoever sends it, and the ticket for a mark', async () => {
    const { exchange, confirm, read } = presences(scene);
    const { id, code, secondsLeft, until, url, present, people } = await shown({ name: 'Atelier' });
    expect(code).to.match(/^[A-Z]{4}-\d{4}$/);
    expect({ secondsLeft, until, present, people }).to.deep.equal({
      ...{ secondsLeft: codeStep, until: '2026-11-23T11:45:00Z', present: 0, people: 2 },
    });
    expect(url).to.match(new RegExp(`/check-in#${code}$`));
    const { body } = await exchange(code.toLowerCase().replace('-', ' '));
    expect(body).to.deep.include({ signs: false, until: '2026-11-23T10:40:00Z' });
    expect(body.seance).to.deep.include({ id, name: 'Atelier', slot: 1, start: '2026-11-23T11:45' });
    scene.clock.advance(60);
    const confirmed = await confirm(body.ticket, 'learner1');
    expect(confirmed.status, confirmed.text).to.equal(200);
    expect(confirmed.body.seance).to.deep.equal(body.seance);
    expect(confirmed.body.entry).to.deep.include({
      ...{ mark: 'present', at: scene.clock.now(), source: 'self', signed: false },
      by: { id: 'learner1', name: 'Lea Learner' },
    });
    expect(marksOf((await read(id)).slots[0]!)).to.deep.equal({ learner1: 'present', learner2: null });
  });

  it('takes a code one step early or late, and none that is older or newer', async () => {
    const { exchange } = presences(scene);
    const { code } = await shown();
    for (const steps of [-1, 1]) {
      scene.clock.advance(steps * codeStep);
      await ticketFor(code);
      scene.clock.advance(steps * codeStep);
      refusedWith(await exchange(code), 409, 'code-expired');
      scene.clock.advance(-2 * steps * codeStep);
    }
    refusedWith(await exchange('ZZZZ-0000'), 409, 'code-expired');
    for (const bad of ['ABC-1234', 'ABCD-12345', 'ABCD_1234'])
      invalid(await exchange(bad), ['/code', 'invalid-format']);
    invalid(await exchange(code, 'a~b'), ['/device', 'invalid-format']);
  });

  it('draws other letters when another half-day has got the same ones meanwhile', async () => {
    const letters = (await shown()).code.slice(0, 4);
    const bytes = Array.from(letters, (letter) => alphabet.indexOf(letter).toString(16).padStart(4, '0'));
    const random = stub(NodeDigests.prototype, 'random').callThrough();
    random.onFirstCall().returns(bytes.join(''));
    const taken = stub(KnexAttendanceRepository.prototype, 'hasLetters').callThrough();
    taken.onFirstCall().resolves(false);
    try {
      expect((await shown()).code.slice(0, 4)).not.to.equal(letters);
      expect(taken.callCount).to.equal(2);
    } finally {
      random.restore();
      taken.restore();
    }
  });

  it('ends a step at 20 wrong codes: the right one is wrong too, until the next', async () => {
    const { exchange } = presences(scene);
    const { code } = await shown();
    for (let guess = 1; guess < mostWrongCodes; guess += 1)
      refusedWith(await exchange(wrong(code, guess)), 409, 'code-expired');
    await ticketFor(code);
    refusedWith(await exchange(wrong(code)), 409, 'code-expired');
    refusedWith(await exchange(code), 409, 'code-expired');
    scene.clock.advance(codeStep);
    await ticketFor(code);
  });

  it('answers no more than 20 of two hundred guesses that come at once', async () => {
    const { exchange } = presences(scene);
    const { code } = await shown();
    const other = await shown();
    const guesses = Array.from(
      { length: 200 },
      (_, guess) => `${code.slice(0, 5)}${`000${guess}`.slice(-4)}`,
    );
    const answers = await Promise.all(guesses.map((guess) => exchange(guess)));
    const right = answers.filter(({ status }) => status === 200).length;
    expect(answers.filter(({ status }) => status !== 409)).to.have.length(right);
    const tried = await scene.database
      .knex('seance_attendance_slot')
      .where({ code_letters: code.slice(0, 4) })
      .pluck('wrong_codes');
    expect(tried).to.deep.equal([mostWrongCodes]);
    await ticketFor(other.code);
  }).timeout(60_000);

  it('takes a ticket for five minutes and no longer, once: of whoever used it first', async () => {
    const { confirm, read } = presences(scene);
    const { id, code } = await shown();
    const [ticket, late, slow] = [await ticketFor(code), await ticketFor(code), await ticketFor(code)];
    expect((await confirm(ticket, 'learner1')).status).to.equal(200);
    refusedWith(await confirm(ticket, 'learner2'), 409, 'code-expired');
    scene.clock.advance(ticketSeconds);
    expect((await confirm(ticket, 'learner1')).status).to.equal(200);
    expect((await confirm(slow, 'learner2')).status).to.equal(200);
    scene.clock.advance(1);
    refusedWith(await confirm(late, 'learner2'), 409, 'code-expired');
    const [first, second] = (await read(id)).slots[0]!.entries;
    expect([first?.mark, first?.earlier, second?.mark]).to.deep.equal(['present', undefined, 'present']);
  });

  it('takes no ticket that was made up, changed, or is for another half-day', async () => {
    const { confirm } = presences(scene);
    const { id, code } = await shown({ end: '2026-11-23T15:00' });
    const other = await shown();
    const ticket = await ticketFor(code, 'phone');
    const parts = ticket.split('~');
    const changed = [
      ['', 'x', '~~~~~', 'a~1~b~c~d~e'],
      [ticket.slice(0, -1), `${ticket}0`, `${ticket}~`],
      [[other.id, ...parts.slice(1)].join('~'), [id, 2, ...parts.slice(2)].join('~')],
      [[...parts.slice(0, 2), '2026-11-23T12:00:00Z', ...parts.slice(3)].join('~')],
      [[...parts.slice(0, 3), 'tablet', ...parts.slice(4)].join('~')],
    ].flat();
    for (const forged of changed.slice(1))
      refusedWith(await confirm(forged, 'learner1'), 409, 'code-expired');
    invalid(await confirm('', 'learner1'), ['/ticket', 'empty']);
    invalid(await confirm('x'.repeat(401), 'learner1'), ['/ticket', 'too-long']);
    refusedWith(
      await scene.api.post('/api/v1/check-in/confirm', { ticket }, { as: null }),
      401,
      'unauthenticated',
    );
    expect((await confirm(ticket, 'learner1')).status).to.equal(200);
  });

  it('is over when its time is, and when staff end it; tickets that were given stay good', async () => {
    const { show, exchange, confirm, read } = presences(scene);
    const { id, code, until } = await shown({}, { until: '2026-11-23T10:35:10Z' });
    expect(until).to.equal('2026-11-23T10:35:10Z');
    const [first, second] = [await ticketFor(code), await ticketFor(code)];
    scene.clock.advance(11);
    refusedWith(await exchange(code), 409, 'code-expired');
    expect((await read(id)).slots[0]!.checkIn).to.equal(null);
    expect((await confirm(first, 'learner1')).status).to.equal(200);
    const again = await show(id);
    expect(again.body).to.deep.include({ until: '2026-11-23T11:45:00Z', present: 1, people: 2 });
    expect((await show(id, { open: false })).body).to.deep.equal({
      ...{ code: null, secondsLeft: 0, until: null, url: null, present: 1, people: 2 },
    });
    refusedWith(await exchange(again.body.code ?? ''), 409, 'code-expired');
    expect((await confirm(second, 'learner2')).status).to.equal(200);
  });

  it('shows the same code when it is asked for again, until a time that is to come and not long after the end', async () => {
    const { show } = presences(scene);
    const { id, code, until } = await shown({}, { until: '2026-11-23T11:00:00Z' });
    scene.clock.advance(5);
    expect((await show(id)).body).to.deep.include({ code, until, secondsLeft: codeStep - 5 });
    invalid(await show(id, { open: true, until: '2026-11-23T10:35:00Z' }), ['/until', 'not-allowed']);
    invalid(await show(id, { open: true, until: '2026-11-23T11:45:01Z' }), ['/until', 'not-allowed']);
    refusedWith(await show(id, { open: true }, 2), 404, 'not-found');
    const later = await openSeance(scene, { start: '2026-11-23T12:00', end: '2026-11-23T12:45' });
    refusedWith(await show(later.id), 409, 'slot-not-open');
  });

  it('flags to staff, and to nobody else, who shared a device', async () => {
    const { confirm, read } = presences(scene);
    const { id, code } = await shown();
    await confirm(await ticketFor(code, 'phone'), 'learner1');
    const flags = async (as?: string) =>
      (await read(id, as)).slots[0]!.entries.map(({ sharedDevice }) => sharedDevice);
    expect(await flags()).to.deep.equal([undefined, undefined]);
    const { body } = await confirm(await ticketFor(code, 'phone'), 'learner2');
    expect(body.entry).to.include({ mark: 'present' }).and.not.to.have.property('sharedDevice');
    expect(await flags()).to.deep.equal([true, true]);
    expect(await flags('learner1')).to.deep.equal([undefined]);
  });

  it('is not for who is not in, whoever may not open the space, or what was closed, cancelled or turned off', async () => {
    const { confirm, close } = presences(scene);
    const { id, code } = await shown({ enrolmentMode: 'public' });
    await scene.api.post(`${seances}/${id}/enrolments`, { userIds: ['learner1'] });
    const ticket = await ticketFor(code);
    refusedWith(await confirm(ticket, 'learner2'), 409, 'not-in-roster');
    refusedWith(await confirm(ticket, 'outsider'), 404, 'not-found');
    expect((await confirm(ticket, 'learner1')).status).to.equal(200);
    await close(id);
    refusedWith(await confirm(ticket, 'learner1'), 409, 'slot-closed');
    refusedWith(await presences(scene).exchange(code), 409, 'code-expired');
    const other = await shown();
    const kept = await ticketFor(other.code);
    await scene.api.post(`${seances}/${other.id}/cancel`, {});
    refusedWith(await confirm(kept, 'learner1'), 409, 'seance-cancelled');
    await scene.api.delete(`${seances}/${other.id}`);
    refusedWith(await confirm(kept, 'learner1'), 404, 'not-found');
  });

  it('goes on over the start, when the roster is written down', async () => {
    const { confirm, read } = presences(scene);
    for (const enrolmentMode of ['automatic', 'public']) {
      moveTo(scene, '11:44');
      const { id, code } = await shown({ enrolmentMode });
      if (enrolmentMode === 'public')
        await scene.api.post(`${seances}/${id}/enrolments`, { userIds: ['learner1', 'learner2'] });
      const tickets = [await ticketFor(code), await ticketFor(code)] as const;
      expect((await confirm(tickets[0], 'learner1')).status).to.equal(200);
      moveTo(scene, '11:46');
      expect((await confirm(tickets[1], 'learner2')).status).to.equal(200);
      expect(marksOf((await read(id)).slots[0]!)).to.deep.equal({ learner1: 'present', learner2: 'present' });
    }
  });

  it('keeps what staff said of how somebody is, but for an absence', async () => {
    const { mark, confirm, read } = presences(scene);
    const { id, code } = await shown();
    await mark(id, [
      { userId: 'learner1', mark: 'late', minutes: 5 },
      { userId: 'learner2', mark: 'absent' },
    ]);
    for (const learner of ['learner1', 'learner2']) await confirm(await ticketFor(code), learner);
    expect(marksOf((await read(id)).slots[0]!)).to.deep.equal({ learner1: 'late 5', learner2: 'present' });
  });
});
