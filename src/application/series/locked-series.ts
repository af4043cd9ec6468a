import type { Scope } from '../../domain/series/series-scope.js';
import type { Seance } from '../../domain/seance/seance.js';
import { LostRace, type Repositories } from '../../ports/unit-of-work.js';

/** A locked séance, and the locked séances of its series in the order of their starts; only itself when it has none. */
export interface LockedSeries {
  readonly target: Seance;
  readonly members: readonly Seance[];
}

/** The séances of the series of `seance`, in the order of their starts; only itself when it has none. */
export async function membersOf({ seances }: Repositories, seance: Seance): Promise<readonly Seance[]> {
  return seance.seriesId === null ? [seance] : seances.series(seance.spaceId, seance.seriesId);
}

/**
 * Ids of the séances that a change or a deletion of `seance` may touch, for locks that come before those of séances.
 */
export async function idsInReach(
  { seances }: Repositories,
  { spaceId, id, seriesId }: Pick<Seance, 'spaceId' | 'id' | 'seriesId'>,
  scope: Scope,
): Promise<readonly string[]> {
  return scope === 'this' || seriesId === null ? [id] : seances.idsInSeries(spaceId, seriesId);
}

/**
 * Locks a séance, and its series when the scope asks for it.
 *
 * @throws Refusal `not-found`
 * @throws LostRace when somebody split its series off, deleted it or made it the first of a series before the locks were
 * ours: the next look tells.
 */
export async function lockWithSeries(
  repositories: Repositories,
  spaceId: string,
  id: string,
  scope: Scope,
): Promise<LockedSeries> {
  const { seances } = repositories;
  const { seance } = await seances.get(spaceId, id);
  // The whole series at once, so that locks are taken in the order of ids whichever séance is asked for.
  const locked =
    scope === 'this' || seance.seriesId === null
      ? await seances.lock(spaceId, [id])
      : await seances.lockSeries(spaceId, seance.seriesId);
  const target = locked.find((one) => one.id === id);
  if (!target || (scope !== 'this' && target.seriesId !== seance.seriesId)) throw new LostRace();
  return { target, members: locked };
}
