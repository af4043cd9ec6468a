import { expect } from 'chai';
import { stub } from 'sinon';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { DeliverEvents } from '../../../src/application/event/deliver-events.js';
import type { SeanceEvent } from '../../../src/domain/event/seance-event.js';
import { FixedClock } from '../../../src/testing/index.js';
import { onDatabase } from '../../support/databases.js';
import { seanceEvent } from '../../support/seance-events.js';
import { rejection } from '../../support/rejections.js';
import { nextId, noon } from '../../support/seance-records.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

onDatabase('The delivery of events', (database) => {
  let clock: FixedClock;
  let told: string[];
  let isBroken: (title: string) => boolean;
  const [one, other] = [nextId(), nextId()];
  const work = () => new KnexUnitOfWork(database.open, true);
  const titleOf = ({ data }: SeanceEvent) => String(data['title']);
  const listen = async (event: SeanceEvent) => {
    await Promise.resolve();
    if (isBroken(titleOf(event))) throw new Error('down');
    told.push(titleOf(event));
  };
  const deliverer = (run = listen) =>
    new DeliverEvents(work(), [{ open: () => Promise.resolve(run) }], new UuidGenerator(), clock, silent);
  const happened = (seanceId: string, ...titles: readonly string[]) =>
    work().write(({ events }) =>
      events.append(titles.map((title) => seanceEvent(seanceId, 'seance.edited', { data: { title } }))),
    );
  const backlog = () => work().read(({ outbox }) => outbox.backlog());
  const ofOne = () => told.filter((title) => title.startsWith('a'));

  beforeEach(async () => {
    await database.knex('seance_event').delete();
    clock = new FixedClock(noon);
    told = [];
    isBroken = () => false;
  });

  it('tells each event once, those of a séance in order, also by several deliverers at the same time', async () => {
    const titles = Array.from({ length: 450 }, (_, index) => `a${index}`);
    await happened(one, ...titles);
    await happened(other, 'b1', 'b2');
    const drain = async () => {
      const mine = deliverer();
      while ((await backlog()).waiting > 0) await mine.run();
    };
    await Promise.all([drain(), drain(), drain()]);

    expect(ofOne()).to.deep.equal(titles);
    expect(told).to.have.length(452);
  });

  it('tells a batch again soon when what it needs could not be read', async () => {
    await happened(one, 'a1', 'a2');
    const open = stub().resolves(listen).onFirstCall().rejects(new Error('unreachable'));
    const mine = new DeliverEvents(work(), [{ open }], new UuidGenerator(), clock, silent);
    await mine.run();
    expect(told).to.deep.equal([]);
    clock.advance(2);
    await mine.run();

    expect(told).to.deep.equal(['a1', 'a2']);
  });

  it('tells nothing of a transaction that was rolled back', async () => {
    const failing = work().write(async ({ events }) => {
      await events.append([seanceEvent(one, 'seance.created')]);
      throw new Error('changed my mind');
    });
    await rejection(failing);

    expect([await deliverer().run(), told]).to.deep.equal([0, []]);
  });

  it('tells again what a process that died had claimed, once its claim has run out', async () => {
    await happened(one, 'a1', 'a2');
    await work().write(({ outbox }) =>
      outbox.claim({ token: 'dead', until: '2026-11-23T12:05:00Z' as typeof noon }, noon, 10),
    );
    expect(await deliverer().run()).to.equal(0);
    clock.advance(300);
    await deliverer().run();

    expect(told).to.deep.equal(['a1', 'a2']);
  });

  it('waits longer after each failure, in order, while other séances are told', async () => {
    await happened(one, 'a1', 'a2');
    await happened(other, 'b1');
    isBroken = (title) => title === 'a1';
    await deliverer().run();
    expect(told).to.deep.equal(['b1']);

    for (const pause of [2, 4, 8]) {
      clock.advance(pause - 1);
      expect(await deliverer().run(), `before ${pause} s`).to.equal(0);
      clock.advance(1);
      isBroken = (title) => title === 'a1' && pause < 8;
      expect(await deliverer().run(), `after ${pause} s`).to.equal(2);
    }
    expect(told).to.deep.equal(['b1', 'a1', 'a2']);
  });

  it('sets an event aside at last, tries the next one as often, and tells it after a retry', async () => {
    await happened(one, 'a1', 'a2');
    isBroken = () => true;
    while ((await backlog()).givenUp === 0) {
      await deliverer().run();
      clock.advance(3_600);
    }
    await deliverer().run();
    expect(await backlog(), 'a2 was not tried before').to.include({ waiting: 1, givenUp: 1 });

    isBroken = () => false;
    clock.advance(3_600);
    await deliverer().run();
    expect(told).to.deep.equal(['a2']);
    await work().write(({ outbox }) => outbox.retryGivenUp(clock.now()));
    await deliverer().run();
    expect(told).to.deep.equal(['a2', 'a1']);
    expect(await backlog()).to.deep.equal({ waiting: 0, oldest: null, givenUp: 0 });
  });

  it('takes a host that never answers for one that failed, and goes on with other séances', async () => {
    await happened(one, 'a1');
    await happened(other, 'b1');
    const hanging = (event: SeanceEvent) =>
      titleOf(event) === 'a1' ? new Promise<void>(() => undefined) : listen(event);
    const warn = stub();
    const consumers = [{ open: () => Promise.resolve(hanging) }];
    await new DeliverEvents(work(), consumers, new UuidGenerator(), clock, { ...silent, warn }, 0.02).run();
    expect(told).to.deep.equal(['b1']);
    expect(warn.args.map(([values]) => (values as { error: string }).error)).to.deep.equal([
      'Error: no answer within 0.02 s',
    ]);

    clock.advance(2);
    await deliverer().run();
    expect(told).to.deep.equal(['b1', 'a1']);
  });

  it('says in the log which event failed, how often, why, and when it is tried again, and the last time', async () => {
    await happened(one, 'a1', 'a2');
    isBroken = (title) => title === 'a1';
    const log: (readonly [level: string, values: object, message: string])[] = [];
    const level = (name: string) => (values: object, message: string) =>
      void log.push([name, values, message]);
    const logger = { info: level('info'), warn: level('warn'), error: level('error') };
    const consumer = { open: () => Promise.resolve(listen) };
    while ((await backlog()).givenUp === 0) {
      await new DeliverEvents(work(), [consumer], new UuidGenerator(), clock, logger).run();
      clock.advance(3_600);
    }
    const [id] = (await database.knex('seance_event').whereNotNull('given_up_at').pluck('id')) as string[];
    const pauses = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, ...Array<number>(20).fill(3_600)];
    const failed = { event: id, type: 'seance.edited', error: 'Error: down' };

    expect(log).to.deep.equal([
      ...pauses.map((pause, index) => [
        'warn',
        { ...failed, attempt: index + 1, pause },
        'an event could not be delivered; it is tried again',
      ]),
      ['error', { ...failed, attempt: 32 }, 'an event was given up'],
    ]);
  });

  it('claims nothing where nobody is told', async () => {
    await happened(one, 'a1');
    expect(await new DeliverEvents(work(), [], new UuidGenerator(), clock, silent).run()).to.equal(0);
    expect(await database.knex('seance_event').pluck('attempts')).to.deep.equal([0]);
    await deliverer().run();

    expect(told).to.deep.equal(['a1']);
  });

  it('gives back what a slow host leaves no time for, so that no claim runs out under a delivery', async () => {
    await happened(one, 'a1', 'a2', 'a3');
    const slow = async (event: SeanceEvent) => {
      await listen(event);
      clock.advance(150);
    };
    await deliverer(slow).run();
    expect(told).to.deep.equal(['a1', 'a2']);
    await deliverer().run();

    expect(told).to.deep.equal(['a1', 'a2', 'a3']);
  });
});
