import { type Issue, Refusal, refusedSeance } from '../../domain/refusal.js';
import { byStart, type Seance } from '../../domain/seance/seance.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/**
 * Locks the séances that somebody has chosen one by one.
 *
 * @returns them by start.
 * @throws Refusal `not-found` that points at each id that is not a séance of the space, and names those in the bin.
 */
export async function lockChosen(
  repositories: Repositories,
  spaceId: string,
  ids: readonly string[],
): Promise<readonly Seance[]> {
  const locked = await repositories.seances.lock(spaceId, ids);
  await assertAll(repositories, spaceId, ids, locked);
  return [...locked].sort(byStart);
}

/** The same, only to read. */
export async function readChosen(
  repositories: Repositories,
  spaceId: string,
  ids: readonly string[],
): Promise<readonly Seance[]> {
  const listed = await repositories.seances.find(spaceId, ids);
  const found = listed.map(({ seance }) => seance);
  await assertAll(repositories, spaceId, ids, found);
  return found.sort(byStart);
}

async function assertAll(
  { deletions }: Repositories,
  spaceId: string,
  ids: readonly string[],
  seances: readonly Seance[],
): Promise<void> {
  const found = new Set(seances.map(({ id }) => id));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return;
  const deleted = new Map(
    (await deletions.findDeleted(spaceId, missing)).map((seance) => [seance.id, refusedSeance(seance)]),
  );
  const issues = ids.flatMap((id, index): Issue[] =>
    found.has(id) ? [] : [{ field: ['ids', index], code: 'not-proposed', seance: deleted.get(id) ?? { id } }],
  );
  throw new Refusal('not-found', issues);
}
