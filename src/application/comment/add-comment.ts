import { announcing, type Comment } from '../../domain/comment/comment.js';
import type { Audience } from '../../domain/notice/change-set.js';
import type { Seance } from '../../domain/seance/seance.js';
import { inScope, type Scope } from '../../domain/series/series-scope.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Visit } from '../access/space-access.js';
import type { Fact } from '../event/event-recorder.js';
import { once } from '../once.js';
import { lockWithSeries } from '../series/locked-series.js';
import type { Transactions } from '../transactions.js';
import type { CommentTexts } from './comment-texts.js';
import { type CommentView, staffViewOf } from './comment-view.js';

/** Whom to tell of an information, and on which séances of the series it is written. */
export interface Announcement {
  readonly to: readonly Audience[];
  readonly scope: Scope;
}

export interface NewComment {
  readonly content: string;
  /** Without one, nobody is told, and it is written on the one séance. */
  readonly announce?: Announcement | undefined;
}

export class AddComment {
  constructor(
    private readonly transactions: Transactions,
    private readonly texts: CommentTexts,
  ) {}

  /**
   * Writes a comment on a séance. One that is announced is written on each séance in scope, and told once to each person.
   *
   * @returns that of the séance that was asked for.
   * @throws Refusal `not-found`, `validation` when the content shows nothing, `idempotency-key-reused`
   */
  async run(
    visit: Visit<'edit'>,
    seanceId: string,
    { content, announce }: NewComment,
    attempt?: AttemptKey,
  ): Promise<CommentView> {
    const clean = this.texts.cleaned(content);
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        const scope = announce?.scope ?? 'this';
        const { target, members } = await lockWithSeries(transaction, visit.space.id, seanceId, scope);
        const { now } = transaction;
        const on = (seance: Seance): Comment => ({
          ...{ id: transaction.newId(), spaceId: seance.spaceId, sessionId: seance.sessionId },
          ...{ seanceId: seance.id, content: clean, announcedTo: announce?.to ?? null },
          ...{ author: { id: visit.actor.id, name: visit.actor.name }, createdAt: now },
          ...{ editedAt: null, deletedAt: null, version: 1 },
        });
        const own = on(target);
        const others = inScope(target, members, scope).filter(({ id }) => id !== target.id);
        const comments = [own, ...others.map(on)];
        await transaction.comments.add(comments);
        await transaction.record(visit.actor, now, comments.map(addedFact(this.texts.excerpt(clean))));
        return staffViewOf(own, new Map());
      }),
    );
  }
}

function addedFact(after: string): (comment: Comment) => Fact {
  return ({ id: commentId, seanceId: id, spaceId, sessionId, announcedTo }) => ({
    ...{ type: 'comment.added', seance: { id, spaceId, sessionId } },
    data: { commentId, after, ...announcing(announcedTo) },
  });
}
