import { Refusal } from '../../domain/refusal.js';
import type { TrainingSession } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import { BoundedMemory } from '../bounded-memory.js';

const mostRemembered = 50_000;

/**
 * In which session a séance is. It never changes, so that it is asked once for each, and an enrolment waits for one
 * statement less: in a rush there are thousands.
 */
export class SeanceHomes {
  private readonly known = new BoundedMemory<string>(mostRemembered);

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal `not-found` when the séance is not in the space, or its session no longer is. */
  async sessionOf(visit: Visit, seanceId: string): Promise<TrainingSession> {
    const key = `${visit.space.id}\n${seanceId}`;
    const known = this.known.get(key);
    if (known !== undefined) return sessionOf(visit, known);
    const found = await this.unitOfWork.read(({ seances }) => seances.sessionOf(visit.space.id, seanceId));
    if (found === null) throw new Refusal('not-found');
    this.known.set(key, found);
    return sessionOf(visit, found);
  }
}
