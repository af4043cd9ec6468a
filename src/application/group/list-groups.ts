import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { SeanceGroup } from '../../domain/group/group.js';
import { sessionOf, type Visit } from '../access/space-access.js';

/** The groups of séances of a session, by name. */
export class ListGroups {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal `not-found`, `no-session` */
  async run(visit: Visit, sessionId: string | undefined): Promise<readonly SeanceGroup[]> {
    const session = sessionOf(visit, sessionId);
    return this.unitOfWork.read(({ groups }) => groups.list(visit.space.id, session.id));
  }
}
