import { searchTerms } from '../../domain/text/fold.js';
import type { Clock } from '../../ports/clock.js';
import type { PageOf } from '../../domain/page.js';
import type { ListedSeance, SeanceQuery } from '../../ports/seance-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import { Refusal } from '../../domain/refusal.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import { refuseLonger } from '../page-walk.js';
import { isLearner, type Reader, type SeanceView, type SeanceViews } from './seance-view.js';

/** A search as a client asks for it: `q` is what somebody typed, `sessionId` the current session when absent. */
export interface SeanceSearch extends Omit<
  SeanceQuery,
  'spaceId' | 'sessionId' | 'terms' | 'now' | 'takesPart' | 'page'
> {
  /** `now` is the page of the first séance that has not ended, of a list in the order of the starts. */
  readonly page: number | 'now';
  readonly sessionId?: string | undefined;
  readonly q?: string | undefined;
  /** Only those in which the actor takes part. */
  readonly mine?: boolean | undefined;
}

const nothing = { items: [], total: 0 };

/** A page, and which one it is. */
export interface PageAt<T> extends PageOf<T> {
  readonly page: number;
  /** With the page `now`: how many on all pages have ended. */
  readonly past?: number;
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
   * @throws Refusal `not-found`, `validation` when all of the list is too much, or when `now` has no place in its order
   */
  async run(visit: Visit, search: SeanceSearch): Promise<PageAt<SeanceView>> {
    const { sessionId, q = '', mine, page, ...criteria } = search;
    if (page === 'now' && (search.sort !== 'start' || search.descending))
      throw Refusal.field('page', 'not-allowed');
    if (sessionId === undefined && visit.sessions.length === 0)
      return page === 'now' ? { ...nothing, page: 1, past: 0 } : { ...nothing, page };
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
    const [{ items, total, ...where }, reader] = await Promise.all([
      this.unitOfWork.read(({ seances }) => found(seances, query, page)),
      asked,
    ]);
    refuseLonger(total, search.most);
    return { items: await this.views.for(reader, items), total, ...where };
  }
}

function partOf(reader: Reader): SeanceQuery['takesPart'] {
  return { userId: reader.userId, inAutomatic: isLearner(reader) };
}

async function found(
  seances: Repositories['seances'],
  query: Omit<SeanceQuery, 'page'>,
  page: number | 'now',
): Promise<PageAt<ListedSeance>> {
  if (page !== 'now') return { ...(await seances.list({ ...query, page })), page };
  const { past, current } = await seances.progress(query);
  const there = query.size === 'all' ? 1 : Math.floor(current / query.size) + 1;
  return { ...(await seances.list({ ...query, page: there })), page: there, past };
}
