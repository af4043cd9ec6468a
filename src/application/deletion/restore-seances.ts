import { settle } from '../../domain/enrolment/promotion.js';
import {
  type FieldPath,
  type Issue,
  Refusal,
  refusedSeance,
  type RefusedSeance,
} from '../../domain/refusal.js';
import { restorableSince } from '../../domain/deletion/retention.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { LostRace, type Repositories } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { displace } from '../enrolment/displace.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { outlineOf } from '../event/event-recorder.js';
import { once } from '../once.js';
import { assertFree } from '../seance/clash-guard.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { SeanceView, SeanceViews } from '../seance/seance-view.js';
import type { Transaction, Transactions } from '../transactions.js';

/** A séance that is back. */
export interface RestoredSeance {
  readonly view: SeanceView;
  /** How many of its learners wait now: they have taken a place in another séance of the group meanwhile. */
  readonly displaced: number;
}

/** Which séances: those, or what is left of a deletion. */
export type Restoration = { readonly ids: readonly string[] } | { readonly deletionId: string };

/** What a restoration brought back. A JSON value. */
export interface RestoredSeances {
  /** Of the séances that were deleted until then. */
  readonly ids: readonly string[];
  /** As in {@link RestoredSeance}, of all together. */
  readonly displaced: number;
}

/** Where a request names a séance. */
type FieldOf = (id: string) => FieldPath;

/** Undoes deletions. Restoring what is not deleted changes nothing. */
export class RestoreSeances {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: SeanceDrafts,
    private readonly views: SeanceViews,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * @throws Refusal `not-found`, `retention-passed` when it was deleted too long ago, `group-limit` when it has begun and
   * one of those who were in it has taken another place in its group meanwhile, `trainer-busy`, `location-busy`.
   */
  async one(visit: Visit<'edit'>, id: string): Promise<RestoredSeance> {
    const { listed, displaced } = await this.transactions.write(async (transaction) => {
      const restored = await this.restore(transaction, visit, [id], () => []);
      return {
        listed: await transaction.seances.get(visit.space.id, id),
        displaced: restored.displaced,
      };
    });
    return { view: await this.views.one(visit, listed), displaced };
  }

  /**
   * All of them, or none.
   *
   * @throws Refusal `not-found`, `retention-passed`, `group-limit`, `trainer-busy` and `location-busy`, which point at each id that is not a séance of the
   * space, was deleted too long ago, or cannot be restored as in {@link one}; `not-found` for a deletion of which nothing
   * is left.
   */
  async many(visit: Visit<'edit'>, restoration: Restoration, attempt?: AttemptKey): Promise<RestoredSeances> {
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        if ('deletionId' in restoration) {
          const ids = await transaction.deletions.seanceIds(visit.space.id, restoration.deletionId);
          if (ids.length === 0)
            throw new Refusal('not-found', [{ field: ['deletionId'], code: 'not-proposed' }]);
          return this.restore(transaction, visit, ids, () => ['deletionId']);
        }
        const { ids } = restoration;
        const fields = new Map(ids.map((id, index) => [id, ['ids', index]]));
        const fieldOf = (id: string) => fields.get(id) ?? [];
        const restored = await this.restore(transaction, visit, ids, fieldOf);
        await assertThere(transaction, visit, ids, restored, fieldOf);
        return restored;
      }),
    );
  }

  private async restore(
    transaction: Transaction,
    visit: Visit<'edit'>,
    ids: readonly string[],
    fieldOf: FieldOf,
  ): Promise<RestoredSeances> {
    const seen = await transaction.deletions.findDeleted(visit.space.id, ids);
    if (seen.length === 0) return { ids: [], displaced: 0 };
    const settings = await transaction.settingsInForce(visit.platformId);
    const { now } = transaction;
    const groups = await transaction.groups.lock(groupsOf(seen));
    const deleted = await lockSeen(transaction, visit, seen);
    assertInTime(deleted, restorableSince(now, settings.retentionDays), fieldOf);
    const seanceIds = deleted.map(({ id }) => id);
    await transaction.deletions.markRestored(seanceIds, now);
    const groupIds = groups.map(({ id }) => id);
    const alone = deleted.filter(({ groupId }) => groupId !== null && !groupIds.includes(groupId));
    await this.ungroup(
      transaction,
      visit,
      alone.map(({ id }) => id),
    );
    await transaction.record(
      visit.actor,
      now,
      deleted.map((seance) => ({ type: 'seance.restored', seance, data: outlineOf(seance) })),
    );
    const { platformId, actor } = visit;
    const request = { platformId, spaceId: visit.space.id, seanceIds, groupIds, actor };
    const displaced = await this.ledgers.with(transaction, request, async (ledger) => {
      const count = await displace(ledger, deleted, fieldOf);
      await ledger.carryOut(settle);
      return count;
    });
    const changes = deleted.map((seance) => ({ before: seance, after: seance }));
    await assertFree(transaction, settings, changes, ({ id }) => fieldOf(id));
    return { ids: seanceIds, displaced };
  }

  /** Their groups were removed while they were deleted. */
  private async ungroup(
    transaction: Transaction,
    { space }: Visit<'edit'>,
    ids: readonly string[],
  ): Promise<void> {
    if (ids.length === 0) return;
    const seances = await transaction.seances.lock(space.id, ids);
    const alone = seances.map((seance) => ({ ...seance, groupId: null }));
    await transaction.seances.update(await this.drafts.records(transaction, alone));
  }
}

/** Locks what was seen, after its groups and its series: it must not be in others by then. */
async function lockSeen(
  { deletions, seances }: Repositories,
  { space }: Visit<'edit'>,
  seen: readonly Seance[],
): Promise<readonly Seance[]> {
  for (const seriesId of seriesOf(seen)) await seances.touchSeries(space.id, seriesId);
  const locked = await deletions.lockDeleted(
    space.id,
    seen.map(({ id }) => id),
  );
  const known = new Set([...groupsOf(seen), ...seriesOf(seen)]);
  const isKnown = (id: string) => known.has(id);
  if (locked.length < seen.length || ![...groupsOf(locked), ...seriesOf(locked)].every(isKnown))
    throw new LostRace();
  return locked;
}

/** @throws Refusal `retention-passed` when one was deleted before `since`. */
function assertInTime(deleted: readonly Seance[], since: Instant, fieldOf: FieldOf): void {
  const late = deleted.filter(({ deletedAt }) => deletedAt !== null && deletedAt < since);
  if (late.length > 0) throw refusalOf('retention-passed', 'not-proposed', late.map(refusedSeance), fieldOf);
}

/** What was not restored has to be there already: everything else never was, or is purged. */
async function assertThere(
  { seances }: Repositories,
  { space }: Visit<'edit'>,
  ids: readonly string[],
  restored: RestoredSeances,
  fieldOf: FieldOf,
): Promise<void> {
  const others = new Set(ids);
  for (const id of restored.ids) others.delete(id);
  if (others.size === 0) return;
  for (const { id } of await seances.lock(space.id, [...others])) others.delete(id);
  const missing = [...others].map((id) => ({ id }));
  if (missing.length > 0) throw refusalOf('not-found', 'not-proposed', missing, fieldOf);
}

function groupsOf(seances: readonly Seance[]): string[] {
  return [...new Set(seances.flatMap(({ groupId }) => groupId ?? []))].sort();
}

function seriesOf(seances: readonly Seance[]): string[] {
  return [...new Set(seances.flatMap(({ seriesId }) => seriesId ?? []))].sort();
}

function refusalOf(
  code: 'not-found' | 'retention-passed',
  issue: Issue['code'],
  seances: readonly RefusedSeance[],
  fieldOf: FieldOf,
): Refusal {
  return new Refusal(
    code,
    seances.map((seance): Issue => ({ field: fieldOf(seance.id), code: issue, seance })),
  );
}
