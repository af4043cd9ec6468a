import { idsBySpace } from '../../domain/grouped.js';
import type { Seance } from '../../domain/seance/seance.js';
import { type Instant, shiftInstant } from '../../domain/time/schedule.js';
import type { PlatformSearch, SeanceAddress } from '../../ports/platform-seance-repository.js';
import type { Refresh, RefreshKind } from '../../ports/seance-refresh-repository.js';
import { LostRace } from '../../ports/unit-of-work.js';
import type { Transaction, Transactions } from '../transactions.js';
import type { SeanceDrafts } from './seance-drafts.js';

/** As many séances as one transaction holds. */
const batchSize = 200;

/** How long a batch may take, in seconds, before others think that whoever is at it has died. */
const leaseSeconds = 30;

/** What changes in a calendar entry without an edit of the séance. */
export type EntryPart = RefreshKind | 'comment';

/**
 * Brings to the séances of a place or a trainer what its new name changes: what searches find, and the versions of their
 * calendar entries. Whoever gives the name begins it in the same transaction; it is done in batches after that, each in
 * a transaction of its own, by whoever comes: a batch that another process has done is not done again.
 */
export class RefreshSeances {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: SeanceDrafts,
  ) {}

  /** In the transaction that gives the name, by who calls {@link of} after it. */
  async begin(transaction: Transaction, kind: RefreshKind, subjectId: string, name = ''): Promise<void> {
    const dueAt = leaseFrom(transaction.now);
    await transaction.seanceRefreshes.begin({ kind, subjectId, name, run: transaction.newId(), dueAt });
  }

  /** Resolves when nothing is left to do for a place or a trainer. */
  async of(kind: RefreshKind, subjectId: string): Promise<void> {
    for (let isLeft = true; isLeft;)
      isLeft = await this.transactions.write((transaction) => this.batch(transaction, kind, subjectId));
  }

  /** Does what is left and nobody is at, also where one of them fails. */
  async all(): Promise<void> {
    const pending = await this.transactions.read(({ seanceRefreshes }) => seanceRefreshes.pending());
    const failures: unknown[] = [];
    for (const refresh of pending) {
      if (!(await this.claim(refresh))) continue;
      const { kind, subjectId } = refresh;
      await this.of(kind, subjectId).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  /** False when somebody is at it. */
  private async claim(refresh: Refresh): Promise<boolean> {
    return this.transactions.write(async ({ seanceRefreshes, now }) =>
      refresh.dueAt <= now ? seanceRefreshes.advance(refresh, refresh.afterId, leaseFrom(now)) : false,
    );
  }

  /** True when something may be left. */
  private async batch(transaction: Transaction, kind: RefreshKind, subjectId: string): Promise<boolean> {
    const { seanceRefreshes, platformSeances } = transaction;
    const refresh = await seanceRefreshes.lock(kind, subjectId);
    if (!refresh) return false;
    const seances = await platformSeances.addresses(searchOf(refresh), refresh.afterId, batchSize);
    await this.refresh(transaction, refresh, seances);
    const last = seances.at(-1);
    const isOurs = await (last
      ? seanceRefreshes.advance(refresh, last.id, leaseFrom(transaction.now))
      : seanceRefreshes.finish(refresh));
    if (!isOurs) throw new LostRace();
    return last !== undefined;
  }

  private async refresh(
    transaction: Transaction,
    { kind, subjectId, name }: Refresh,
    seances: readonly SeanceAddress[],
  ): Promise<void> {
    await changeEntries(transaction, kind, seances, async (spaceId, ids) => {
      if (kind === 'trainer') await transaction.platformSeances.renameTrainer(subjectId, name, ids);
      await this.drafts.refresh(transaction, spaceId, ids);
    });
  }
}

/**
 * Changes what calendars show of séances: they are locked, the versions of their entries rise, and who listens is told;
 * of deleted ones, nobody does.
 */
export async function changeEntries(
  transaction: Transaction,
  part: EntryPart,
  seances: readonly SeanceAddress[],
  change: (spaceId: string, seanceIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const there: Seance[] = [];
  for (const [spaceId, ids] of idsBySpace(seances)) {
    there.push(...(await transaction.seances.lock(spaceId, ids)));
    await change(spaceId, ids);
  }
  const { now, platformSeances } = transaction;
  const ids = seances.map(({ id }) => id);
  await platformSeances.touchEntries(ids, now);
  const facts = there.map((seance) => ({ type: 'seance.refreshed', seance, data: { part } }) as const);
  await transaction.record(null, now, facts);
}

function leaseFrom(now: Instant): Instant {
  return shiftInstant(now, leaseSeconds);
}

function searchOf({ kind, subjectId, name }: Refresh): PlatformSearch {
  return kind === 'location' ? { locationId: subjectId } : { trainerId: subjectId, unlessNamed: name };
}
