import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { groupedBy } from '../../src/domain/grouped.js';
import type { OutboxBacklog } from '../../src/ports/event-repository.js';
import { LostRace } from '../../src/ports/unit-of-work.js';
import { seanceEvent } from '../support/seance-events.js';
import { seanceRecord, spaceId } from '../support/seance-records.js';

/** Claims take them all. */
const claims = 5;
const seancesOfClaim = 20;
/** Of each séance. */
const each = 25;

/** Of the events of each séance, as they happened. */
export const eventNumbers: readonly number[] = Array.from({ length: each }, (_, index) => index + 1);

/** How long a claim lasts, in seconds. */
export const lease = 300;

export const nothingWaits: OutboxBacklog = { waiting: 0, oldest: null, givenUp: 0 };

/** What a process told its host. */
export interface Told {
  readonly process: number;
  readonly seanceId: string;
  readonly number: number;
}

/** Events that wait for a delivery, and processes that deliver them, all of which tell one host. */
export class DeliveryRun {
  private readonly folder = mkdtempSync(join(tmpdir(), 'seances-delivery-'));
  private readonly file = join(this.folder, 'told');

  private constructor(
    readonly seanceIds: readonly string[],
    private readonly work: KnexUnitOfWork,
  ) {}

  /** In a database that has no other events from now on. What happens to a séance, it writes by each opening in turn. */
  static async in(...openings: readonly [OpenDatabase, ...OpenDatabase[]]): Promise<DeliveryRun> {
    const works = openings.map((opening) => new KnexUnitOfWork(opening, true));
    const turn = (number: number) => works[number % works.length] ?? first;
    const [first] = works as [KnexUnitOfWork];
    await openings[0].knex('seance_event').delete();
    const at = new SystemClock().now();
    const seanceIds: string[] = [];
    for (let claim = 0; claim < claims; claim += 1) {
      const records = Array.from({ length: seancesOfClaim }, () => seanceRecord());
      await first.write((repositories) => repositories.seances.insert(records));
      const ids = records.map(({ seance }) => seance.id);
      for (const number of eventNumbers) {
        const events = ids.map((id) => seanceEvent(id, 'seance.edited', { at, data: { number } }));
        await turn(number).write(async (repositories) => {
          const locked = await repositories.seances.lock(spaceId, ids);
          // A node that is behind has not heard of them yet.
          if (locked.length < ids.length) throw new LostRace();
          await repositories.events.append(events);
        });
      }
      seanceIds.push(...ids);
    }
    return new DeliveryRun(seanceIds, first);
  }

  /** Starts a process, which waits for a message. */
  async deliverer(address: string, diesAfter = 0): Promise<ChildProcess> {
    const child = fork(
      new URL('delivering-process.ts', import.meta.url),
      [address, this.file, String(diesAfter)],
      { execArgv: ['--import', 'tsx'] },
    );
    await once(child, 'message');
    return child;
  }

  /** What the host was told of each séance, in order. */
  told(): ReadonlyMap<string, readonly Told[]> {
    const lines = existsSync(this.file) ? readFileSync(this.file, 'utf8').trim().split('\n') : [];
    return groupedBy(
      lines.map((line) => JSON.parse(line) as Told),
      ({ seanceId }) => seanceId,
    );
  }

  backlog(): Promise<OutboxBacklog> {
    return this.work.read(({ outbox }) => outbox.backlog());
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }
}
