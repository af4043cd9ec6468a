import { settle } from '../../domain/enrolment/promotion.js';
import { leaveOut } from '../../domain/enrolment/reshaping.js';
import { Refusal, refusedSeance } from '../../domain/refusal.js';
import { assertVersionInScope, inScope, type Scope } from '../../domain/series/series-scope.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { LostRace } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { outlineOf } from '../event/event-recorder.js';
import { once } from '../once.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { lockChosen } from '../selection/chosen-seances.js';
import { idsInReach, lockWithSeries } from '../series/locked-series.js';
import type { Transaction, Transactions } from '../transactions.js';

/** Séances that were chosen one by one. */
export interface ChosenDeletion {
  readonly ids: readonly string[];
  /** The one that each of them has to have still; any when undefined. */
  readonly version?: number | undefined;
}

/** Deletes séances so that they can be restored until the retention delay has passed. */
export class DeleteSeances {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * A séance, and those of its series that are in `scope`.
   *
   * @throws Refusal `not-found`, `stale` when the séance has another version than those expected.
   */
  async one(
    visit: Visit<'edit'>,
    id: string,
    scope: Scope,
    expectedVersions?: readonly number[],
  ): Promise<void> {
    await this.transactions.write(async (transaction) => {
      const { seance } = await transaction.seances.get(visit.space.id, id);
      const ids = await idsInReach(transaction, seance, scope);
      await this.free(transaction, visit, ids, async () => {
        const { target, members } = await lockWithSeries(transaction, visit.space.id, id, scope);
        if (!members.every((member) => ids.includes(member.id))) throw new LostRace();
        assertVersionInScope(target, expectedVersions, scope);
        return inScope(target, members, scope);
      });
    });
  }

  /**
   * All of them, or none.
   *
   * @returns how many were deleted.
   * @throws Refusal `not-found` that points at each id that is not a séance of the space, and names those in the bin;
   * `stale` that points at each that has another version than that.
   */
  async many(visit: Visit<'edit'>, { ids, version }: ChosenDeletion, attempt?: AttemptKey): Promise<number> {
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        await this.free(transaction, visit, ids, async () => {
          const seances = await lockChosen(transaction, visit.space.id, ids);
          assertUnchanged(seances, ids, version);
          return seances;
        });
        return ids.length;
      }),
    );
  }

  /** Deletes what `lock` gives, under the locks of places: what their learners may have instead moves up. */
  private async free(
    transaction: Transaction,
    visit: Visit<'edit'>,
    seanceIds: readonly string[],
    lock: () => Promise<readonly Seance[]>,
  ): Promise<void> {
    const { platformId, actor } = visit;
    const request = { platformId, spaceId: visit.space.id, seanceIds, actor };
    await this.ledgers.with(transaction, request, async (ledger) => {
      const seances = await lock();
      await this.remove(transaction, visit, seances);
      const left = seances.map(({ id }) => id);
      await ledger.carryOut((seats) => leaveOut(seats, left));
      await ledger.carryOut(settle);
    });
  }

  private async remove(
    transaction: Transaction,
    { actor }: Visit<'edit'>,
    seances: readonly Seance[],
  ): Promise<void> {
    const { now } = transaction;
    const ids = seances.map(({ id }) => id);
    await transaction.deletions.markDeleted(ids, now, actor.id, transaction.newId());
    await transaction.record(
      actor,
      now,
      seances.map((seance) => ({ type: 'seance.deleted', seance, data: outlineOf(seance) })),
    );
  }
}

/** @throws Refusal `stale` that names those that somebody has changed. */
function assertUnchanged(
  seances: readonly Seance[],
  ids: readonly string[],
  version: number | undefined,
): void {
  const changed = version === undefined ? [] : seances.filter((seance) => seance.version !== version);
  if (changed.length === 0) return;
  throw new Refusal(
    'stale',
    changed.map((seance) => ({
      field: ['ids', ids.indexOf(seance.id)],
      code: 'stale',
      seance: refusedSeance(seance),
    })),
  );
}
