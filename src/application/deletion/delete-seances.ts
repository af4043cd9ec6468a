import { type Issue, Refusal, refusedSeance } from '../../domain/refusal.js';
import { inScope, type Scope } from '../../domain/series/series-scope.js';
import { assertVersion, type Seance } from '../../domain/seance/seance.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Clock } from '../../ports/clock.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { LostRace, type Repositories, type UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { type EventRecorder, outlineOf } from '../event/event-recorder.js';
import { once } from '../once.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { idsInReach, lockWithSeries } from '../series/locked-series.js';

/** Deletes séances so that they can be restored until the retention delay has passed. */
export class DeleteSeances {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: PlaceLedgers,
    private readonly readSettings: ReadSettings,
    private readonly recorder: EventRecorder,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
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
    const settings = await this.readSettings.run();
    await this.unitOfWork.write(async (repositories) => {
      const { seance } = await repositories.seances.get(visit.space.id, id);
      const ids = await idsInReach(repositories, seance, scope);
      await this.free(repositories, visit, settings, ids, async () => {
        const { target, members } = await lockWithSeries(repositories, visit.space.id, id, scope);
        if (!members.every((member) => ids.includes(member.id))) throw new LostRace();
        assertVersion(target, expectedVersions);
        return inScope(target, members, scope);
      });
    });
  }

  /**
   * All of `ids`, or none.
   *
   * @returns how many were deleted.
   * @throws Refusal `not-found` that points at each id that is not a séance of the space, and names those in the bin.
   */
  async many(visit: Visit<'edit'>, ids: readonly string[], attempt?: AttemptKey): Promise<number> {
    const settings = await this.readSettings.run();
    return this.unitOfWork.write((repositories) =>
      once(repositories, attempt, this.clock.now(), async () => {
        await this.free(repositories, visit, settings, ids, () => lockAll(repositories, visit.space.id, ids));
        return ids.length;
      }),
    );
  }

  /** Deletes what `lock` gives, under the locks of places: what their learners may have instead moves up. */
  private async free(
    repositories: Repositories,
    visit: Visit<'edit'>,
    settings: Settings,
    seanceIds: readonly string[],
    lock: () => Promise<readonly Seance[]>,
  ): Promise<void> {
    const request = { spaceId: visit.space.id, seanceIds, settings, actor: visit.actor };
    await this.ledgers.with(repositories, request, async (ledger) => {
      const seances = await lock();
      await this.remove(repositories, visit, seances);
      for (const { id } of seances) ledger.leaveOut(id);
      await ledger.settle();
    });
  }

  private async remove(
    repositories: Repositories,
    { actor }: Visit<'edit'>,
    seances: readonly Seance[],
  ): Promise<void> {
    const now = this.clock.now();
    const ids = seances.map(({ id }) => id);
    await repositories.deletions.markDeleted(ids, now, actor.id, this.ids.next());
    await this.recorder.record(
      repositories,
      actor,
      now,
      seances.map((seance) => ({ type: 'seance.deleted', seance, data: outlineOf(seance) })),
    );
  }
}

async function lockAll(
  { deletions, seances }: Repositories,
  spaceId: string,
  ids: readonly string[],
): Promise<readonly Seance[]> {
  const locked = await seances.lock(spaceId, ids);
  const found = new Set(locked.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return locked;
  const deleted = new Map(
    (await deletions.findDeleted(spaceId, missing)).map((seance) => [seance.id, refusedSeance(seance)]),
  );
  const issues = ids.flatMap((id, index): Issue[] =>
    found.has(id) ? [] : [{ field: ['ids', index], code: 'not-proposed', seance: deleted.get(id) ?? { id } }],
  );
  throw new Refusal('not-found', issues);
}
