import { searchTerms } from '../../domain/text/fold.js';
import type { Clock } from '../../ports/clock.js';
import type { PageOf } from '../../domain/page.js';
import type { SeanceQuery } from '../../ports/seance-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import { refuseLonger } from '../page-walk.js';
import { isLearner, type Reader, type SeanceView, type SeanceViews } from './seance-view.js';

/** A search as a client asks for it: `q` is what somebody typed, `sessionId` the current session when absent. */
export interface SeanceSearch extends Omit<
  SeanceQuery,
  'spaceId' | 'sessionId' | 'terms' | 'now' | 'takesPart'
> {
  readonly sessionId?: string | undefined;
  readonly q?: string | undefined;
  /** Only those in which the actor takes part. */
  readonly mine?: boolean | undefined;
}

/** The séances of one session of a space, those of the training manager among them. */
export class ListSeances {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SeanceViews,
    private readonly clock: Clock,
  ) {}

  /**
   * A space without a session has no séances; naming a session that it is not attached to is a refusal.
   *
   * @throws Refusal `not-found`, `validation` when all of the list is too much
   */
  async run(visit: Visit, search: SeanceSearch): Promise<PageOf<SeanceView>> {
    const { sessionId, q = '', mine, ...criteria } = search;
    if (sessionId === undefined && visit.sessions.length === 0) return { items: [], total: 0 };
    const session = sessionOf(visit, sessionId);
    const asked = this.views.reader(visit, session.id);
    const query = {
      ...criteria,
      takesPart: mine ? partOf(await asked) : undefined,
      spaceId: visit.space.id,
      sessionId: session.id,
      terms: searchTerms(q),
      now: this.clock.now(),
    };
    const [{ items, total }, reader] = await Promise.all([
      this.unitOfWork.read(({ seances }) => seances.list(query)),
      asked,
    ]);
    refuseLonger(total, search.most);
    return { items: await this.views.for(reader, items), total };
  }
}

function partOf(reader: Reader): SeanceQuery['takesPart'] {
  return { userId: reader.userId, inAutomatic: isLearner(reader) };
}
