import { idsBySpace } from '../../domain/grouped.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { SeanceAddress } from '../../ports/platform-seance-repository.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/** Removes séances for good, with everything that is theirs but what the host has not heard yet. They are locked. */
export async function purge(
  { attendance, comments, deletions, events }: Repositories,
  seances: readonly SeanceAddress[],
  at: Instant,
): Promise<void> {
  for (const [spaceId, ids] of idsBySpace(seances)) {
    await attendance.removeOf(spaceId, ids);
    await comments.removeOf(spaceId, ids);
    await events.removeOf(spaceId, ids, at);
    await deletions.purge(ids);
  }
}
