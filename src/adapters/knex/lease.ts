import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { engineOf } from './dialect.js';
import { faultOf } from './faults.js';

const table = 'seances_lease';

/** A process that dies keeps others waiting for so long; one that is only slow must not be taken for dead. In seconds. */
const lasts = 30;
const renewedEvery = 5;
const askedEvery = 0.1;
/** A migration of a large table takes long, and whoever waits for it has nothing else to do. */
const longestWait = 30 * 60;

/**
 * Runs `work` while no other process runs it on the same database. On SQLite `work` gets a transaction, which locks the
 * file. Elsewhere a row says who holds the lease, and until when by the database's own clock: named locks are known to
 * one node of a cluster alone (ADR 0015). Taking it, keeping it and giving it back each ask for the holder in the
 * statement that writes, so that nobody ends a lease that is not theirs.
 */
export async function exclusively<T>(
  knex: Knex,
  name: string,
  work: (connection: Knex) => Promise<T>,
): Promise<T> {
  if (engineOf(knex) === 'sqlite') return withFile(knex, work);
  if ((knex.client as { pool: { max: number } }).pool.max < 2)
    throw new Error('A pool of one connection is too small: one keeps a lease while another does the work.');
  const lease = new Lease(knex, name);
  await lease.take();
  try {
    return await work(knex);
  } finally {
    await lease.giveBack();
  }
}

/** A transaction that did not get the file in its own time has done nothing yet. */
async function withFile<T>(knex: Knex, work: (connection: Knex) => Promise<T>): Promise<T> {
  const end = performance.now() + 1_000 * longestWait;
  for (;;) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      if (faultOf(error) !== 'waited' || performance.now() > end) throw error;
      await pause(askedEvery);
    }
  }
}

class Lease {
  private readonly holder = randomUUID();
  private renewal: NodeJS.Timeout | undefined;

  constructor(
    private readonly knex: Knex,
    private readonly name: string,
  ) {}

  async take(): Promise<void> {
    if (!(await this.knex.schema.hasTable(table))) await this.createTable();
    await this.again(() => this.knex(table).insert(this.free()).onConflict('name').ignore());
    for (let waited = 0; !(await this.isTaken()); waited += askedEvery) {
      if (waited >= longestWait) throw new Error(`The lease "${this.name}" was not free in time.`);
      await pause(askedEvery);
    }
    this.renewal = setInterval(() => void this.renew(), 1_000 * renewedEvery).unref();
  }

  async giveBack(): Promise<void> {
    clearInterval(this.renewal);
    await this.again(() => this.mine().update(this.free()));
  }

  /** Whether it was over, and is ours from now on. */
  private async isTaken(): Promise<boolean> {
    const over = () => this.knex(table).where({ name: this.name }).whereRaw('expires < unix_timestamp()');
    const mine = { holder: this.holder, ...this.extended() };
    return (await this.again(() => over().update(mine))) > 0;
  }

  /** A renewal that fails is made up for by the next one: the lease lasts for several. */
  private async renew(): Promise<void> {
    await this.mine()
      .update(this.extended())
      .catch(() => undefined);
  }

  private async createTable(): Promise<void> {
    await this.knex.raw(
      `create table if not exists ${table} (name varchar(64) not null primary key,
         holder varchar(36) not null, expires bigint not null)`,
    );
  }

  private mine() {
    return this.knex(table).where({ name: this.name, holder: this.holder });
  }

  private free(): object {
    return { name: this.name, holder: '', expires: 0 };
  }

  private extended(): object {
    return { expires: this.knex.raw('unix_timestamp() + ?', [lasts]) };
  }

  /** Two nodes that write one row at the same time: one of them is told to try again. */
  private async again<T>(write: () => PromiseLike<T>): Promise<T> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (faultOf(error) !== 'lost') throw error;
        await pause(askedEvery * Math.random());
      }
    }
  }
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_000 * seconds));
}
