import type { PageOf } from '../../domain/page.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { type PageWish, readPage } from '../page-walk.js';
import { type CommentView, receptionsOf, staffViewOf, viewOf } from './comment-view.js';

/** The comments of a séance, the newest first. */
export class ListComments {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal `not-found`, `validation` when all of them are too much */
  async run({ space, permissions }: Visit, seanceId: string, wish: PageWish): Promise<PageOf<CommentView>> {
    return this.unitOfWork.read(async (repositories) => {
      const { seances, comments } = repositories;
      await seances.get(space.id, seanceId);
      const found = await readPage((request) => comments.ofSeance(space.id, seanceId, request), wish);
      if (!permissions.edit) return { items: found.items.map(viewOf), total: found.total };
      const receptions = await receptionsOf(repositories, seanceId, found.items);
      return { items: found.items.map((one) => staffViewOf(one, receptions)), total: found.total };
    });
  }
}
