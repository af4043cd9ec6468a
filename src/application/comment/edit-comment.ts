import { changed } from '../../domain/comment/comment.js';
import { assertVersion } from '../../domain/seance/seance.js';
import type { Visit } from '../access/space-access.js';
import type { Transactions } from '../transactions.js';
import type { CommentTexts } from './comment-texts.js';
import { type CommentView, receptionsOf, staffViewOf } from './comment-view.js';
import { lockSeance, presentComment } from './locked-seance.js';

/** Rewrites a comment, whoever of the staff wrote it. */
export class EditComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly texts: CommentTexts,
  ) {}

  /**
   * Writing the same again changes nothing.
   *
   * @throws Refusal `not-found`, `stale` when the comment has another version than those expected, `validation` when the
   * content shows nothing.
   */
  async run(
    { actor, space }: Visit<'edit'>,
    seanceId: string,
    id: string,
    content: string,
    expectedVersions?: readonly number[],
  ): Promise<CommentView> {
    const clean = this.texts.cleaned(content);
    return this.transactions.write(async (transaction) => {
      const seance = await lockSeance(transaction, space.id, seanceId);
      const before = await presentComment(transaction, seance, id);
      assertVersion(before, expectedVersions);
      const receptions = await receptionsOf(transaction, seanceId, [before]);
      if (before.content === clean) return staffViewOf(before, receptions);
      const { now } = transaction;
      const after = changed(before, { content: clean, editedAt: now });
      await transaction.comments.rewrite(after);
      const data = {
        commentId: id,
        before: this.texts.excerpt(before.content),
        after: this.texts.excerpt(clean),
      };
      await transaction.record(actor, now, [{ type: 'comment.edited', seance, data }]);
      return staffViewOf(after, receptions);
    });
  }
}
