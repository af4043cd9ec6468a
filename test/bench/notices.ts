import { NoMetrics } from '../../src/adapters/host/optional-ports.js';
import type { RowDataPacket } from 'mysql2/promise';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { DeriveNotices } from '../../src/application/notice/derive-notices.js';
import { TellNotices } from '../../src/application/notice/tell-notices.js';
import { ReadSettings } from '../../src/application/settings/read-settings.js';
import type { PageOf } from '../../src/domain/page.js';
import { createSeancesPlugin } from '../../src/index.js';
import type { LearnerSearch, Person } from '../../src/ports/directory.js';
import { FixedClock, InMemoryDirectory } from '../../src/testing/index.js';
import { person } from '../../src/testing/person.js';
import { settingsInForce } from '../support/settings.js';
import { benchHost, learnersOf } from './bench-host.js';
import { atMost, type Bench, type Figure, medians, timed, timedInserts } from './bench.js';
import type { ServerProcess } from './server-process.js';

/** When the workers of the process that serves the database find nothing of this to do yet. */
const later = '2039-01-03T09:00:00Z';
/** Until a set closes. */
const quiet = 120;

const people = Array.from({ length: learnersOf.crowd }, (_, index) => {
  const id = `learner${index + 1}`;
  return person(id, 'Ada', id);
});

/**
 * A change of a séance that 10,000 learners are in because everybody is: from its commit to a notice for each of them, without
 * the two minutes in which more may come, against the bare multi-row INSERT of the same rows.
 */
export async function notify({ bare, database }: ServerProcess): Promise<readonly Figure[]> {
  const open = openDatabase(database);
  try {
    const platform = await Platform.on(open);
    const [told, inserted] = await medians(
      9,
      async () => {
        await platform.change();
        await empty(bare);
        return timed(() => platform.tell());
      },
      async () => {
        const rows = await rowsOfLastSet(bare);
        await empty(bare);
        return timedInserts(bare, rows);
      },
      2,
    );
    const detail = `${people.length} learners ${told.toFixed(0)} ms, the same rows inserted ${inserted.toFixed(0)} ms`;
    return [{ name: 'notify', ratio: told / inserted, goal: atMost(2), detail }];
  } finally {
    await open.knex.destroy();
  }
}

/** The plugin and its workers, which work when they are told to. */
class Platform {
  private isCancelled = false;

  private constructor(
    private readonly ask: (method: string, path: string, body: object) => Promise<string>,
    private readonly id: string,
    private readonly clock: FixedClock,
    private readonly deriving: DeriveNotices,
    private readonly telling: TellNotices,
  ) {}

  static async on(open: ReturnType<typeof openDatabase>): Promise<Platform> {
    const [{ ports }, clock, work, ids] = [
      benchHost(),
      new FixedClock(later),
      new KnexUnitOfWork(open),
      new UuidGenerator(),
    ];
    const plugin = createSeancesPlugin({ ...ports, database: open.knex }, { clock });
    const ask = async (method: string, path: string, body: object) => {
      const answer = await plugin.fetch(
        new Request(`http://bench.example/plugins/seances/api/v1/spaces/crowd/seances${path}`, {
          method,
          headers: { 'x-actor': 'trainer1', 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
        {},
      );
      const text = await answer.text();
      if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
      return text;
    };
    const times = { start: '2040-01-05T09:00', end: '2040-01-05T11:00' };
    const text = await ask('POST', '', { name: 'Amphi', ...times, enrolmentMode: 'automatic' });
    const settings = new ReadSettings(work, settingsInForce());
    const telling = new TellNotices(work, new ReadyPages(), settings, ids, clock, true, new NoMetrics());
    const { id } = JSON.parse(text) as { id: string };
    const platform = new Platform(ask, id, clock, new DeriveNotices(work, ids, clock), telling);
    // What else has happened in the database is out of the way.
    await platform.tell();
    return platform;
  }

  async change(): Promise<void> {
    const path = `/${this.id}/${this.isCancelled ? 'reinstate' : 'cancel'}`;
    await this.ask('POST', path, {});
    this.isCancelled = !this.isCancelled;
  }

  async tell(): Promise<void> {
    while ((await this.deriving.run()) > 0);
    this.clock.advance(quiet);
    while (await this.telling.run());
  }
}

/** What takes long to find people is the host's: here the pages are ready. */
class ReadyPages extends InMemoryDirectory {
  override learners(_: string, { page, size }: LearnerSearch): Promise<PageOf<Person>> {
    const items = people.slice((page - 1) * size, page * size);
    return Promise.resolve({ items, total: people.length });
  }
}

/** Both begin with no rows: whoever came second would find the pages that it writes into split, and at hand. */
async function empty(bare: Bench['bare']): Promise<void> {
  await bare.query('truncate table seance_notice');
}

/** The notices of the set that was told last, as rows of another one that can be written again. */
async function rowsOfLastSet(bare: Bench['bare']): Promise<ReadonlyMap<string, readonly object[]>> {
  const [rows] = await bare.query<RowDataPacket[]>(
    `select * from seance_notice where set_id = (
       select id from seance_notice_set where closed_at is not null order by closed_at desc, id desc limit 1
     ) order by id`,
  );
  if (rows.length < people.length) throw new Error(`Only ${rows.length} people were told.`);
  const again = `x${Date.now().toString(36)}`;
  const inserts = rows.map((row) => ({
    ...row,
    ...{ id: `${again}${String(row['id']).slice(-27)}`, set_id: again },
  }));
  return new Map([['seance_notice', inserts]]);
}
