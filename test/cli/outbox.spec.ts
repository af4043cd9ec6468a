import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { SeanceEvent } from '../../src/domain/event/seance-event.js';
import { type Instant, shiftInstant } from '../../src/domain/time/schedule.js';
import { onDatabase } from '../support/databases.js';
import { insertNotices } from '../support/notice-rows.js';
import { seanceEvent } from '../support/seance-events.js';
import { nextId, noon, spaceId } from '../support/seance-records.js';
import { delivery, webhook } from '../support/webhooks.js';
import { run } from './command.js';

onDatabase('seances outbox', (database) => {
  const outbox = (...options: string[]) => run(['outbox', '--database', database.address, ...options]);
  const work = () => new KnexUnitOfWork(database.open, true);
  const token = 'worker';
  let given: SeanceEvent[];
  let late: SeanceEvent;

  /** Delivers one event, gives up two, and leaves one that happened a minute later. */
  beforeEach(async () => {
    await database.knex('seance_event').delete();
    const [delivered, ...others] = (['seance.created', 'seance.edited', 'seance.deleted'] as const).map(
      (type) => seanceEvent(nextId(), type),
    ) as [SeanceEvent, ...SeanceEvent[]];
    given = others;
    late = seanceEvent(nextId(), 'comment.added', { at: shiftInstant(noon, 60) });
    await work().write(({ events }) => events.append([delivered, ...given, late]));
    // People were told of all of it.
    await database.knex('seance_event').update({ derive_at: null });
    const claimed = await work().write(({ outbox: of }) =>
      of.claim({ token, until: shiftInstant(noon, 60) }, noon, 3),
    );
    const [first = 0, ...rest] = claimed.map(({ sequence }) => sequence);
    await work().write(async ({ outbox: of }) => {
      await of.complete(token, [first]);
      for (const [index, sequence] of rest.entries())
        await of.giveUp(token, [sequence], shiftInstant(noon, index));
    });
  });

  it('says how many wait and since when, and which were given up, the latest first, and ends with 1', async () => {
    const line = (event: SeanceEvent | undefined, at: string) =>
      `given up at ${at}: ${event?.id} ${event?.type} of ${spaceId} ${event?.seanceId}, of ${noon}\n`;

    expect(await outbox()).to.deep.equal({
      code: 1,
      errors: '',
      output: `1 wait, the oldest since 2026-11-23T12:01:00Z; 2 were given up.\n${line(
        given[1],
        '2026-11-23T12:00:01Z',
      )}${line(given[0], '2026-11-23T12:00:00Z')}`,
    });
  });

  it('makes what was given up due again with --retry, so that it is delivered, and ends with 0', async () => {
    expect(await outbox('--retry')).to.deep.equal({
      code: 0,
      errors: '',
      output: `2 made due again.\n3 wait, the oldest since ${noon}; 0 were given up.\n`,
    });
    const oneDay = '2999-01-01T00:00:00Z' as Instant;
    const claimed = await work().write(({ outbox: of }) =>
      of.claim({ token, until: shiftInstant(oneDay, 60) }, oneDay, 10),
    );
    expect(claimed.map(({ event, attempts }) => [event, attempts])).to.deep.equal(
      [...given, late].map((event) => [event, 0]),
    );
    expect((await outbox('--retry')).output).to.match(/^0 made due again\.\n/);
  });

  it('ends with 0 when nothing waits and nothing was given up', async () => {
    await database.knex('seance_event').delete();

    expect(await outbox()).to.deep.equal({ code: 0, errors: '', output: '0 wait; 0 were given up.\n' });
  });

  it('says what is to be told to people and mailed, and which mails were given up, due again with --retry', async () => {
    await database.knex('seance_event').delete();
    await work().write(({ events }) => events.append([late]));
    await insertNotices(database.knex, [
      { id: 'due', mail_at: noon },
      { id: 'tomorrow', is_daily: true, mail_at: '2999-01-01T00:00:00Z' },
      { id: 'sent', mail_at: null },
      { id: 'refused', mail_at: null, mail_given_up_at: noon, mail_attempts: 1 },
    ]);
    const [said, retried] = [await outbox(), await outbox('--retry')];
    await database.knex('seance_notice').delete();
    await database.knex('seance_event').delete();

    expect([said.code, said.output]).to.deep.equal([
      1,
      '1 wait, the oldest since 2026-11-23T12:01:00Z; 0 were given up.\n' +
        '1 changes wait to be told to people, the oldest since 2026-11-23T12:01:00Z.\n' +
        `1 mails wait to be sent, the oldest since ${noon}.\n1 mails were given up.\n` +
        `given up at ${noon}: mail refused change to learner1\n`,
    ]);
    expect([retried.code, retried.output]).to.deep.equal([
      0,
      '1 made due again.\n1 wait, the oldest since 2026-11-23T12:01:00Z; 0 were given up.\n' +
        '1 changes wait to be told to people, the oldest since 2026-11-23T12:01:00Z.\n' +
        `2 mails wait to be sent, the oldest since ${noon}.\n`,
    ]);
  });

  it('says what waits for webhooks, and which were paused since they failed', async () => {
    await database.knex('seance_event').delete();
    const [told, gone] = [webhook(), webhook({ paused: { reason: 'gone', at: noon } })];
    await work().write(async ({ webhooks }) => {
      for (const one of [told, gone]) await webhooks.save('', one);
      await webhooks.add([delivery(told.id), delivery(gone.id)]);
    });
    const { code, output } = await outbox();
    await work().write(async ({ webhooks }) => {
      for (const { id } of [told, gone]) await webhooks.remove(id);
    });

    expect([code, output]).to.deep.equal([
      1,
      `0 wait; 0 were given up.\n1 messages wait for webhooks, the oldest since ${noon}.\n` +
        `paused since it failed: webhook ${gone.id} at erp.example.org\n`,
    ]);
  });

  it('shows a hundred of more, and says how many it does not', async () => {
    await work().write(({ events }) =>
      events.append(Array.from({ length: 105 }, () => seanceEvent(nextId(), 'comment.edited'))),
    );
    await database.knex('seance_event').update({ due_at: null, given_up_at: noon, derive_at: null });
    const lines = (await outbox()).output.split('\n');

    expect(lines).to.have.length(1 + 100 + 1 + 1);
    expect([lines[0], lines[101]]).to.deep.equal(['0 wait; 109 were given up.', '… and 9 before these.']);
  });
});
