import { settle } from '../../domain/enrolment/promotion.js';
import { callOff, reinstate } from '../../domain/enrolment/reshaping.js';
import type { FieldPath } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import { assertVersionInScope, inScope, type Scope } from '../../domain/series/series-scope.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { LostRace } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { assertNoneClosed } from '../attendance/begun.js';
import { displace } from '../enrolment/displace.js';
import type { PlaceLedger } from '../enrolment/place-ledger.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { outlineOf } from '../event/event-recorder.js';
import { once } from '../once.js';
import { assertFree } from '../seance/clash-guard.js';
import type { SeanceView, SeanceViews } from '../seance/seance-view.js';
import { lockChosen } from '../selection/chosen-seances.js';
import { idsInReach, lockWithSeries } from '../series/locked-series.js';
import type { Transaction, Transactions } from '../transactions.js';

/** Which séances, and on what condition. */
export interface CancellationRequest {
  readonly id: string;
  readonly scope: Scope;
  /** The versions of the séance that may be changed; any when undefined. */
  readonly expectedVersions?: readonly number[] | undefined;
  readonly attempt?: AttemptKey | undefined;
}

/** What became of a request. */
export interface CancellationNumbers {
  /** Of how many séances it was not so before. */
  readonly changed: number;
  /** How many learners wait now: they have taken a place in another séance of the group meanwhile. */
  readonly displaced: number;
}

/** With the séance that was named. */
export interface CancellationResult extends CancellationNumbers {
  readonly view: SeanceView;
}

/** What is done to séances that are locked. @returns how many learners it puts into a queue. */
type Act = (transaction: Transaction, ledger: PlaceLedger, seances: readonly Seance[]) => Promise<number>;

/**
 * Cancels séances, and has them take place after all. Who is in a cancelled one stays there, and counts in no limit.
 * What is so already stays as it is.
 */
export class CancelSeances {
  constructor(
    private readonly transactions: Transactions,
    private readonly views: SeanceViews,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /** @throws Refusal `not-found`, `stale`, `idempotency-key-reused`, `attendance-begun` */
  cancel(visit: Visit<'edit'>, request: CancellationRequest, reason: string): Promise<CancellationResult> {
    return this.one(visit, request, false, cancelling(visit, reason));
  }

  /**
   * As a deletion is undone: who has taken another place in the group meanwhile waits, at their own turn.
   *
   * @throws Refusal `not-found`, `stale`, `idempotency-key-reused`, `trainer-busy`, `location-busy`, and `group-limit`
   * when one has begun and somebody who was in it has taken another place in its group meanwhile.
   */
  reinstate(visit: Visit<'edit'>, request: CancellationRequest): Promise<CancellationResult> {
    return this.one(visit, request, true, reinstating(visit));
  }

  /** Of séances that were chosen one by one, all or none. @throws as {@link cancel}, and points at each id. */
  cancelAll(
    visit: Visit<'edit'>,
    ids: readonly string[],
    reason: string,
    attempt?: AttemptKey,
  ): Promise<CancellationNumbers> {
    return this.many(visit, ids, false, cancelling(visit, reason), attempt);
  }

  /** Of séances that were chosen one by one, all or none. @throws as {@link reinstate}, and points at each id. */
  reinstateAll(
    visit: Visit<'edit'>,
    ids: readonly string[],
    attempt?: AttemptKey,
  ): Promise<CancellationNumbers> {
    const fieldOf = (id: string) => ['ids', ids.indexOf(id)];
    return this.many(visit, ids, true, reinstating(visit, fieldOf), attempt);
  }

  private async one(
    visit: Visit<'edit'>,
    { id, scope, expectedVersions, attempt }: CancellationRequest,
    wasCancelled: boolean,
    act: Act,
  ): Promise<CancellationResult> {
    const { numbers, listed } = await this.transactions.write(async (transaction) => {
      const done = await once(transaction, attempt, transaction.now, async () => {
        const { seance } = await transaction.seances.get(visit.space.id, id);
        const ids = await idsInReach(transaction, seance, scope);
        return this.change(transaction, visit, ids, act, async () => {
          const { target, members } = await lockWithSeries(transaction, visit.space.id, id, scope);
          const others = inScope(target, members, scope).filter(isCancelled(wasCancelled));
          if (others.length > 0) assertVersionInScope(target, expectedVersions, scope);
          return others;
        });
      });
      return { numbers: done, listed: await transaction.seances.get(visit.space.id, id) };
    });
    return { view: await this.views.one(visit, listed), ...numbers };
  }

  private many(
    visit: Visit<'edit'>,
    ids: readonly string[],
    wasCancelled: boolean,
    act: Act,
    attempt: AttemptKey | undefined,
  ): Promise<CancellationNumbers> {
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, () =>
        this.change(transaction, visit, ids, act, async () =>
          (await lockChosen(transaction, visit.space.id, ids)).filter(isCancelled(wasCancelled)),
        ),
      ),
    );
  }

  /** @param lock gives those of which it is not so yet. */
  private change(
    transaction: Transaction,
    visit: Visit<'edit'>,
    seanceIds: readonly string[],
    act: Act,
    lock: () => Promise<readonly Seance[]>,
  ): Promise<CancellationNumbers> {
    const { platformId, actor } = visit;
    const request = { platformId, spaceId: visit.space.id, seanceIds, actor };
    return this.ledgers.with(transaction, request, async (ledger) => {
      const others = await lock();
      if (!others.every(({ id }) => ledger.has(id))) throw new LostRace();
      if (others.length === 0) return { changed: 0, displaced: 0 };
      const displaced = await act(transaction, ledger, others);
      await ledger.carryOut(settle);
      return { changed: others.length, displaced };
    });
  }
}

function cancelling({ actor }: Visit<'edit'>, reason: string): Act {
  return async (transaction, ledger, seances) => {
    const ids = seances.map((seance) => seance.id);
    await assertNoneClosed(transaction, seances);
    const { now } = transaction;
    const by = { id: actor.id, name: actor.name };
    await transaction.seances.markCancelled(ids, { at: now, by, reason }, now);
    await transaction.record(
      actor,
      now,
      seances.map((seance) => ({
        type: 'seance.cancelled',
        seance,
        data: { ...outlineOf(seance), reason },
      })),
    );
    await ledger.carryOut((seats) => callOff(seats, ids));
    return 0;
  };
}

/** @param fieldOf where the request names a séance; by default nowhere but in its path. */
function reinstating(
  { actor, platformId }: Visit<'edit'>,
  fieldOf: (id: string) => FieldPath = () => [],
): Act {
  return async (transaction, ledger, seances) => {
    const changes = seances.map((before) => ({ before, after: { ...before, cancelled: null } }));
    const settings = await transaction.settingsInForce(platformId);
    await assertFree(transaction, settings, changes, ({ id }) => fieldOf(id));
    const ids = seances.map((seance) => seance.id);
    await transaction.seances.markCancelled(ids, null, transaction.now);
    await transaction.record(
      actor,
      transaction.now,
      seances.map((seance) => ({
        type: 'seance.reinstated',
        seance,
        // Why it was cancelled: who cancels it again for the same reason tells nobody anything.
        data: { ...outlineOf(seance), reason: seance.cancelled?.reason ?? '' },
      })),
    );
    await ledger.carryOut((seats) => reinstate(seats, ids));
    return displace(ledger, seances, fieldOf);
  };
}

function isCancelled(expected: boolean): (seance: Seance) => boolean {
  return ({ cancelled }) => (cancelled !== null) === expected;
}
