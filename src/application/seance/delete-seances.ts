import { Refusal } from '../../domain/refusal.js';
import { inScope, type Scope } from '../../domain/repetition/series-scope.js';
import { assertVersion, type Seance } from '../../domain/seance/seance.js';
import type { Clock } from '../../ports/clock.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { type EventRecorder, outlineOf } from '../event/event-recorder.js';
import { once } from '../idempotency/once.js';
import { lockWithSeries } from './seance-series.js';

/** Deletes séances so that they can be restored until the retention delay has passed. */
export class DeleteSeances {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /**
   * A séance, and those of its series that are in `scope`.
   *
   * @throws Refusal `not-found`, `stale` when the séance has another version than those expected.
   */
  async one(visit: Visit, id: string, scope: Scope, expectedVersions?: readonly number[]): Promise<void> {
    await this.unitOfWork.write(async (repositories) => {
      const { target, members } = await lockWithSeries(repositories, visit.space.id, id, scope);
      assertVersion(target, expectedVersions);
      await this.remove(repositories, visit, inScope(target, members, scope));
    });
  }

  /**
   * All of `ids`, or none.
   *
   * @returns how many were deleted.
   * @throws Refusal `not-found` that points at each id that is not a séance of the space.
   */
  async many(visit: Visit, ids: readonly string[], attempt?: AttemptKey): Promise<number> {
    return this.unitOfWork.write((repositories) =>
      once(repositories, attempt, this.clock.now(), async () => {
        await this.remove(repositories, visit, await lockAll(repositories, visit.space.id, ids));
        return ids.length;
      }),
    );
  }

  private async remove(
    repositories: Repositories,
    { actor }: Visit,
    seances: readonly Seance[],
  ): Promise<void> {
    const now = this.clock.now();
    const ids = seances.map(({ id }) => id);
    await repositories.seances.markDeleted(ids, now, actor.id);
    await this.recorder.record(
      repositories,
      actor,
      now,
      seances.map((seance) => ({ type: 'seance.deleted', seance, data: outlineOf(seance) })),
    );
  }
}

async function lockAll(
  { seances }: Repositories,
  spaceId: string,
  ids: readonly string[],
): Promise<readonly Seance[]> {
  const locked = await seances.lock(spaceId, ids);
  const found = new Set(locked.map(({ id }) => id));
  const missing = ids.flatMap((id, index) => (found.has(id) ? [] : [`/ids/${index}`]));
  if (missing.length > 0) {
    throw new Refusal(
      'not-found',
      missing.map((pointer) => ({ pointer, code: 'not-proposed' })),
    );
  }
  return locked;
}
