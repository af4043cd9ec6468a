import { ownEventTypes, type SeanceEvent } from '../../domain/event/seance-event.js';
import type { PageOf, PageRequest } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';

/** The audit trail of a séance, the latest first: also of one that was deleted. */
export class ReadHistory {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(visit: Visit, seanceId: string, page: PageRequest): Promise<PageOf<SeanceEvent>> {
    return this.unitOfWork.read(({ events }) => events.ofSeance(visit.space.id, seanceId, page));
  }

  /** What was done to the séance itself: nothing that says who is enrolled. */
  async edits(visit: Visit, seanceId: string, page: PageRequest): Promise<PageOf<SeanceEvent>> {
    const search = { ...page, types: ownEventTypes };
    return this.unitOfWork.read(({ events }) => events.ofSeance(visit.space.id, seanceId, search));
  }
}
