import { changed } from '../../domain/comment/comment.js';
import { assertVersion } from '../../domain/seance/seance.js';
import type { Visit } from '../access/space-access.js';
import type { Transactions } from '../transactions.js';
import type { CommentTexts } from './comment-texts.js';
import { lockSeance, presentComment } from './locked-seance.js';

/** Deletes a comment, whoever of the staff wrote it, so that it can be restored. */
export class DeleteComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly texts: CommentTexts,
  ) {}

  /** @throws Refusal `not-found`, `stale` when the comment has another version than those expected. */
  async run(
    { actor, space }: Visit<'edit'>,
    seanceId: string,
    id: string,
    expectedVersions?: readonly number[],
  ): Promise<void> {
    await this.transactions.write(async (transaction) => {
      const seance = await lockSeance(transaction, space.id, seanceId);
      const comment = await presentComment(transaction, seance, id);
      assertVersion(comment, expectedVersions);
      const { now } = transaction;
      await transaction.comments.markDeleted(changed(comment, { deletedAt: now }), now);
      const data = { commentId: id, before: this.texts.excerpt(comment.content) };
      await transaction.record(actor, now, [{ type: 'comment.deleted', seance, data }]);
    });
  }
}
