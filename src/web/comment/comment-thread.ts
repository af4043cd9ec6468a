import { Loader } from '../core/loader.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Comment } from './comment.js';

/** The comments of a séance, the newest first, as far as they were asked for. */
interface Thread {
  readonly comments: readonly Comment[];
  readonly total: number;
  /** How many pages were asked for. */
  readonly pages: number;
}

const nothingYet: Thread = { comments: [], total: 0, pages: 0 };

/** The comments of a séance, the newest first, as far as they were asked for. */
export class CommentThread extends Loader<Thread> {
  /** Undefined until they are there. */
  get comments(): readonly Comment[] | undefined {
    return this.answer?.comments;
  }

  get hasMore(): boolean {
    const { comments, total } = this.answer ?? nothingYet;
    return comments.length < total;
  }

  /** Starts again with the first page. */
  async loadFirst(client: SeancesClient, seance: string): Promise<void> {
    await this.#loadAfter(nothingYet, client, seance);
  }

  async loadMore(client: SeancesClient, seance: string): Promise<void> {
    await this.#loadAfter(this.answer ?? nothingYet, client, seance);
  }

  /** Shows a comment as it is now, and the others as they are shown; undefined when it is there no more. */
  async readAgain(client: SeancesClient, seance: string, id: string): Promise<Comment | undefined> {
    for (let page = 1, seen = 0; ; page += 1) {
      const { items, total } = await client.listComments(seance, page);
      const found = items.find((comment) => comment.id === id);
      seen += items.length;
      if (found) this.keep(found);
      if (found || items.length === 0 || seen >= total) return found;
    }
  }

  /** Shows a comment that was written or restored. */
  keep(comment: Comment): void {
    const { comments, total, pages } = this.answer ?? nothingYet;
    const isKnown = comments.some(({ id }) => id === comment.id);
    this.put({
      comments: isKnown
        ? comments.map((known) => (known.id === comment.id ? comment : known))
        : [...comments, comment].sort(newestFirst),
      total: isKnown ? total : total + 1,
      pages,
    });
  }

  remove(id: string): void {
    const { comments, total, pages } = this.answer ?? nothingYet;
    this.put({ comments: comments.filter((comment) => comment.id !== id), total: total - 1, pages });
  }

  /** What somebody wrote in the meantime moved the pages: what is there already stays once. */
  async #loadAfter({ comments, pages }: Thread, client: SeancesClient, seance: string): Promise<void> {
    await this.load(async (signal) => {
      const { items, total } = await client.listComments(seance, pages + 1, signal);
      const known = new Set(comments.map(({ id }) => id));
      return {
        comments: [...comments, ...items.filter(({ id }) => !known.has(id))],
        total,
        pages: pages + 1,
      };
    });
  }
}

/** The server's order. */
function newestFirst(one: Comment, other: Comment): number {
  return `${one.createdAt} ${one.id}` < `${other.createdAt} ${other.id}` ? 1 : -1;
}
