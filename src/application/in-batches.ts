import type { Repositories, UnitOfWork } from '../ports/unit-of-work.js';

/**
 * Does what one transaction cannot do at once, until a batch is not full.
 *
 * @param work a batch, in a transaction of its own: how many it found, at most `batchSize`.
 * @returns how many there were.
 */
export async function inBatches(
  unitOfWork: UnitOfWork,
  batchSize: number,
  work: (repositories: Repositories) => Promise<number>,
): Promise<number> {
  for (let done = 0; ;) {
    const count = await unitOfWork.write(work);
    done += count;
    if (count < batchSize) return done;
  }
}
