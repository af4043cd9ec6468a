import { announcing, changed } from '../../domain/comment/comment.js';
import { Refusal } from '../../domain/refusal.js';
import { restorableSince } from '../../domain/deletion/retention.js';
import type { Visit } from '../access/space-access.js';
import type { Transactions } from '../transactions.js';
import type { CommentTexts } from './comment-texts.js';
import { type CommentView, receptionsOf, staffViewOf } from './comment-view.js';
import { lockSeance } from './locked-seance.js';

/**
 * Undoes the deletion of a comment. Restoring what is not deleted changes nothing. Who was to be told of it, and was not
 * because it was deleted first, is told now.
 */
export class RestoreComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly texts: CommentTexts,
  ) {}

  /** @throws Refusal `not-found`, `retention-passed` when it was deleted too long ago. */
  async run({ actor, space, platformId }: Visit<'edit'>, seanceId: string, id: string): Promise<CommentView> {
    return this.transactions.write(async (transaction) => {
      const { retentionDays } = await transaction.settingsInForce(platformId);
      const seance = await lockSeance(transaction, space.id, seanceId);
      const comment = await transaction.comments.find(space.id, seanceId, id);
      if (!comment) throw new Refusal('not-found');
      const receptions = await receptionsOf(transaction, seanceId, [comment]);
      if (comment.deletedAt === null) return staffViewOf(comment, receptions);
      if (comment.deletedAt < restorableSince(transaction.now, retentionDays))
        throw new Refusal('retention-passed');
      const restored = changed(comment, { deletedAt: null });
      await transaction.comments.markRestored(restored, transaction.now);
      const toTell = receptions.has(id) ? null : comment.announcedTo;
      const data = { commentId: id, after: this.texts.excerpt(comment.content), ...announcing(toTell) };
      await transaction.record(actor, transaction.now, [{ type: 'comment.restored', seance, data }]);
      return staffViewOf(restored, receptions);
    });
  }
}
