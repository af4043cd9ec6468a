import { type Http } from '../core/http.js';
import type { MySeancesPage } from '../wire.gen.js';

/** A séance of the reader's. */
export type OwnSeance = MySeancesPage['items'][number];

/** What the reader is in a séance of theirs. */
export type OwnPart = keyof MySeancesPage['counts'];
export const ownParts = ['trainer', 'enrolled', 'waiting'] as const satisfies readonly OwnPart[];

/** The first pages of the reader's séances, as one list. */
export interface OwnSeances extends Pick<MySeancesPage, 'timeZone' | 'counts' | 'total'> {
  readonly items: readonly OwnSeance[];
  /** How many pages it is. */
  readonly pages: number;
}

/** As many as a home page has room for, and the server has a size for. */
const perPage = 10;

/**
 * Asks for the first `pages` pages, or for those that are not in `known` yet.
 *
 * @param part only those in which the reader is that; all when undefined.
 */
export async function findOwnSeances(
  http: Http,
  part: OwnPart | undefined,
  pages: number,
  signal: AbortSignal,
  known?: OwnSeances,
): Promise<OwnSeances> {
  let found = known;
  for (let page = (known?.pages ?? 0) + 1; page <= pages; page += 1) {
    const query = new URLSearchParams({ page: String(page), size: String(perPage), ...(part && { part }) });
    const { items, ...about } = await http.get<MySeancesPage>('/me/seances', { query, signal });
    found = { ...about, items: eachOnce([...(found?.items ?? []), ...items]), pages: page };
    if (items.length === 0) break;
  }
  return found as OwnSeances;
}

/** What was created or left between two answers moves the others from one page to the next. */
function eachOnce(items: readonly OwnSeance[]): readonly OwnSeance[] {
  return [...new Map(items.map((one) => [one.id, one])).values()];
}
