import type { PageOf } from '../../ports/directory.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { readPage } from '../choice/page-walk.js';
import { type CommentView, viewOf } from './comment-view.js';

/** The informations of a séance, the newest first. */
export class ListComments {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal `not-found` */
  async run(
    { space }: Visit,
    seanceId: string,
    { page, size }: { readonly page: number; readonly size: number | 'all' },
  ): Promise<PageOf<CommentView>> {
    return this.unitOfWork.read(async ({ seances, comments }) => {
      await seances.get(space.id, seanceId);
      const found = await readPage((request) => comments.ofSeance(space.id, seanceId, request), page, size);
      return { items: found.items.map(viewOf), total: found.total };
    });
  }
}
