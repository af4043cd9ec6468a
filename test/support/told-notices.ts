import { expect } from 'chai';
import { NoMetrics } from '../../src/adapters/host/optional-ports.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { DeriveNotices } from '../../src/application/notice/derive-notices.js';
import { TellNotices } from '../../src/application/notice/tell-notices.js';
import { ReadSettings } from '../../src/application/settings/read-settings.js';
import type { Directory } from '../../src/index.js';
import type { FixedClock } from '../../src/testing/index.js';
import type { TestDatabase } from './databases.js';
import { eventually } from './eventually.js';
import { settingsInForce } from './settings.js';

/** A platform at work, whose workers may be a second behind. */
interface Telling {
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly directory: Directory;
  /** Whether it sends mails. */
  readonly mails?: boolean;
}

/** Lets time pass: all that happened becomes part of a set, and every set that closes until then is told. */
export async function passTelling(telling: Telling, seconds: number): Promise<void> {
  const { database, clock, mails = false } = telling;
  const work = new KnexUnitOfWork(database.open);
  const deriving = new DeriveNotices(work, new UuidGenerator(), clock, mails ? [] : ['confirmation']);
  while ((await deriving.run()) > 0);
  clock.advance(seconds);
  await tellAll(telling);
}

/** Tells every set that has closed. What a worker has begun to tell meanwhile, it tells. */
export async function tellAll({ database, clock, directory, mails = false }: Telling): Promise<void> {
  const work = new KnexUnitOfWork(database.open);
  const [ids, settings] = [new UuidGenerator(), new ReadSettings(work, settingsInForce())];
  const telling = new TellNotices(work, directory, settings, ids, clock, mails, new NoMetrics());
  await eventually(async () => {
    while (await telling.run());
    const open = database.knex('seance_notice_set').whereNull('closed_at');
    expect(await open.where('closes_at', '<=', clock.now()).first('id')).to.equal(undefined);
  });
}
