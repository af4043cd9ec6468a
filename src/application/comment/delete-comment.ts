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

  /** @throws Refusal `not-found` */
  async run({ actor, space }: Visit<'edit'>, seanceId: string, id: string): Promise<void> {
    await this.transactions.write(async (transaction) => {
      const seance = await lockSeance(transaction, space.id, seanceId);
      const comment = await presentComment(transaction, seance, id);
      const { now } = transaction;
      await transaction.comments.markDeleted(comment, now);
      const data = { commentId: id, before: this.texts.excerpt(comment.content) };
      await transaction.record(actor, now, [{ type: 'comment.deleted', seance, data }]);
    });
  }
}
