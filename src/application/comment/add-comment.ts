import type { Comment } from '../../domain/comment/comment.js';
import type { Clock } from '../../ports/clock.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { EventRecorder } from '../event/event-recorder.js';
import { once } from '../once.js';
import type { CommentTexts } from './comment-texts.js';
import { type CommentView, viewOf } from './comment-view.js';
import { lockSeance } from './locked-seance.js';

export class AddComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: CommentTexts,
    private readonly recorder: EventRecorder,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `validation` when the content shows nothing, `idempotency-key-reused` */
  async run(
    { actor, space }: Visit<'edit'>,
    seanceId: string,
    content: string,
    attempt?: AttemptKey,
  ): Promise<CommentView> {
    const clean = this.texts.cleaned(content);
    const now = this.clock.now();
    return this.unitOfWork.write((repositories) =>
      once(repositories, attempt, now, async () => {
        const seance = await lockSeance(repositories, space.id, seanceId);
        const comment: Comment = {
          id: this.ids.next(),
          spaceId: space.id,
          sessionId: seance.sessionId,
          seanceId,
          content: clean,
          author: { id: actor.id, name: actor.name },
          createdAt: now,
          editedAt: null,
          deletedAt: null,
        };
        await repositories.comments.add(comment);
        const data = { commentId: comment.id, after: this.texts.excerpt(clean) };
        await this.recorder.record(repositories, actor, now, [{ type: 'comment.added', seance, data }]);
        return viewOf(comment);
      }),
    );
  }
}
