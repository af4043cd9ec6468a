import type { PageOf } from '../../domain/page.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { type PageWish, readPage } from '../page-walk.js';
import { type CommentView, viewOf } from './comment-view.js';

/** The comments of a séance, the newest first. */
export class ListComments {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal `not-found`, `validation` when all of them are too much */
  async run({ space }: Visit, seanceId: string, wish: PageWish): Promise<PageOf<CommentView>> {
    return this.unitOfWork.read(async ({ seances, comments }) => {
      await seances.get(space.id, seanceId);
      const found = await readPage((request) => comments.ofSeance(space.id, seanceId, request), wish);
      return { items: found.items.map(viewOf), total: found.total };
    });
  }
}
