import { ownEventTypes, type SeanceEvent } from '../../domain/event/seance-event.js';
import type { PageOf, PageRequest } from '../../domain/page.js';
import type { EventSearch } from '../../ports/event-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';

/** The audit trail of a séance, the latest first: also of one that was deleted. */
export class ReadHistory {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal `not-found` for a séance of which nothing is known in the space. */
  async run(visit: Visit<'enrol'>, seanceId: string, page: PageRequest): Promise<PageOf<SeanceEvent>> {
    return this.found(visit, seanceId, page);
  }

  /**
   * What was done to the séance itself: nothing that says who is enrolled.
   *
   * @throws Refusal `not-found` for a séance of which nothing is known in the space.
   */
  async edits(visit: Visit<'edit'>, seanceId: string, page: PageRequest): Promise<PageOf<SeanceEvent>> {
    return this.found(visit, seanceId, { ...page, types: ownEventTypes });
  }

  private async found({ space }: Visit, seanceId: string, search: EventSearch): Promise<PageOf<SeanceEvent>> {
    return this.unitOfWork.read(async ({ events, seances }) => {
      const found = await events.ofSeance(space.id, seanceId, search);
      if (found.total === 0) await seances.get(space.id, seanceId);
      return found;
    });
  }
}
