import type { Comment } from '../../domain/comment/comment.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Visit } from '../access/space-access.js';
import { once } from '../once.js';
import type { Transactions } from '../transactions.js';
import type { CommentTexts } from './comment-texts.js';
import { type CommentView, viewOf } from './comment-view.js';
import { lockSeance } from './locked-seance.js';

export class AddComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly texts: CommentTexts,
  ) {}

  /** @throws Refusal `not-found`, `validation` when the content shows nothing, `idempotency-key-reused` */
  async run(
    { actor, space }: Visit<'edit'>,
    seanceId: string,
    content: string,
    attempt?: AttemptKey,
  ): Promise<CommentView> {
    const clean = this.texts.cleaned(content);
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        const { now } = transaction;
        const seance = await lockSeance(transaction, space.id, seanceId);
        const comment: Comment = {
          id: transaction.newId(),
          spaceId: space.id,
          sessionId: seance.sessionId,
          seanceId,
          content: clean,
          author: { id: actor.id, name: actor.name },
          createdAt: now,
          editedAt: null,
          deletedAt: null,
          version: 1,
        };
        await transaction.comments.add(comment);
        const data = { commentId: comment.id, after: this.texts.excerpt(clean) };
        await transaction.record(actor, now, [{ type: 'comment.added', seance, data }]);
        return viewOf(comment);
      }),
    );
  }
}
