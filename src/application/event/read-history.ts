import type { SeanceEvent } from '../../domain/event/seance-event.js';
import type { PageOf } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';

/** The audit trail of a séance, the latest first: also of one that was deleted. */
export class ReadHistory {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal `not-found` for a séance of which nothing is known in the space. */
  async run(visit: Visit, seanceId: string, page: number, size: number): Promise<PageOf<SeanceEvent>> {
    return this.unitOfWork.read(async ({ events, seances }) => {
      const history = await events.ofSeance(visit.space.id, seanceId, { page, size });
      if (history.total === 0) await seances.get(visit.space.id, seanceId);
      return history;
    });
  }
}
