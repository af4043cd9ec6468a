import { LostRace } from '../../ports/unit-of-work.js';
import type { Named } from '../../domain/event/seance-event.js';
import { BoundedMemory } from '../bounded-memory.js';
import type { Transaction } from '../transactions.js';
import { PlaceLedger } from './place-ledger.js';

/** How many séances' groups are remembered. */
const mostRemembered = 50_000;

export interface LedgerRequest {
  /** Whose settings hold: all of the séances are in spaces of it. */
  readonly platformId: string;
  /** The space that the séances are in; null when they may be in any. */
  readonly spaceId: string | null;
  readonly seanceIds: readonly string[];
  /** Groups that an edit moves séances into. */
  readonly groupIds?: readonly string[];
  /** Who does it; null for the host. */
  readonly actor: Named | null;
}

/**
 * Opens place ledgers. Locks are always taken in the same order (ADR 0012): groups by id, then séances by id. The
 * group's own row is the lock of its limit, so that whoever holds it knows that nobody's count changes.
 */
export class PlaceLedgers {
  /** In which group a séance was when it was last looked at: a hint, so that most transactions need not ask first. */
  private readonly lastGroups = new BoundedMemory<string | null>(mostRemembered);

  /**
   * Locks, hands over the ledger, and writes what was decided and what happened.
   *
   * @throws LostRace when a séance was moved to another group meanwhile.
   */
  async with<T>(
    transaction: Transaction,
    request: LedgerRequest,
    work: (ledger: PlaceLedger) => Promise<T>,
  ): Promise<T> {
    const ledger = await this.open(transaction, request);
    const result = await work(ledger);
    // Before the counters of the séances, which hold the numbers of their events too.
    await transaction.record(request.actor, transaction.now, ledger.facts);
    await ledger.flush();
    return result;
  }

  /** What changes of place in a séance have to be done one after the other with: its group, as far as is known. */
  keyOf(seanceId: string): string {
    return this.lastGroups.get(seanceId) ?? seanceId;
  }

  private async open(transaction: Transaction, request: LedgerRequest): Promise<PlaceLedger> {
    // Before the locks, which are held for no longer than has to be.
    const settings = await transaction.settingsInForce(request.platformId);
    const hinted = request.seanceIds.flatMap((id) => this.lastGroups.get(id) ?? []);
    const groupIds = new Set([...hinted, ...(request.groupIds ?? [])]);
    const groups = await transaction.groups.lock([...groupIds].sort());
    const entangled = await transaction.enrolments.entangledIn([...groupIds]);
    const locked = await transaction.enrolments.lockPlaces(request.spaceId, [
      ...new Set([...request.seanceIds, ...entangled]),
    ]);
    for (const { seanceId, groupId } of locked) this.lastGroups.set(seanceId, groupId);
    const isKnown = (groupId: string | null) => groupId === null || groupIds.has(groupId);
    if (!locked.every(({ groupId }) => isKnown(groupId))) throw new LostRace();
    return new PlaceLedger(
      transaction,
      {
        now: transaction.now,
        settings,
        places: new Map(locked.map((places) => [places.seanceId, places])),
        groups: new Map(groups.map((group) => [group.id, group])),
        lines: new Map(),
        counts: new Map(),
      },
      request.actor,
    );
  }
}
