import { Refusal } from '../../domain/refusal.js';
import type { SpaceSession, Directory } from '../../ports/directory.js';
import type { OverlappingSeance, OverlapSearch } from '../../ports/enrolment-repository.js';
import type { Logger } from '../../ports/logger.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { SeenSessions } from '../access/seen-sessions.js';
import { PlaceRequests } from './place-requests.js';

/** A séance that somebody is in at the time of another. A JSON value. */
export type Overlap = Omit<OverlappingSeance, 'sessionId'>;

/** How many are told. */
export const mostOverlaps = 50;

/** Tells a learner which places of theirs are at the time of the one that they asked for. It bars nothing. */
export class OwnOverlaps {
  /** Together, as places are asked for: in a rush, a question of its own for each would be a quarter of the work. */
  private readonly questions: PlaceRequests<OverlapSearch, readonly OverlappingSeance[], Repositories>;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly directory: Directory,
    private readonly seenSessions: SeenSessions,
    private readonly logger: Logger,
  ) {
    const reads = { write: <T>(work: (repositories: Repositories) => Promise<T>) => unitOfWork.read(work) };
    this.questions = new PlaceRequests(reads, ({ enrolments }, searches) => enrolments.overlaps(searches));
  }

  /**
   * The séances that the actor is in at the time of `seanceId`, in any space that they may open, by start; automatic ones
   * where the host says in which sessions somebody learns. None when the host cannot say it now: the place is theirs.
   *
   * @param insteadOf the one that is given up for it.
   */
  async of(visit: Visit, seanceId: string, insteadOf: string | null): Promise<readonly Overlap[]> {
    try {
      return await this.find(visit, seanceId, insteadOf);
    } catch (error) {
      if (!Refusal.is(error) || error.kind !== 'unavailable') throw error;
      this.logger.warn({ seanceId, reason: error.message }, 'overlapping places are not known now');
      return [];
    }
  }

  private async find(
    { actor, space }: Visit,
    seanceId: string,
    insteadOf: string | null,
  ): Promise<readonly Overlap[]> {
    const search = { seanceId, userId: actor.id, learnsIn: await this.learnsIn(actor.id) };
    const found = await this.questions.submit(actor.id, search, space.id);
    const others = found.filter((one) => one.seanceId !== insteadOf);
    const seen = await this.seenSessions.among(actor, others);
    return seen.slice(0, mostOverlaps).map(({ sessionId: _session, ...overlap }) => overlap);
  }

  private async learnsIn(userId: string): Promise<readonly SpaceSession[]> {
    return (await this.directory.learnsIn?.(userId)) ?? [];
  }
}
