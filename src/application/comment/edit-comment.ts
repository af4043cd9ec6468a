import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { EventRecorder } from '../event/event-recorder.js';
import type { CommentTexts } from './comment-texts.js';
import { type CommentView, viewOf } from './comment-view.js';
import { lockSeance, presentComment } from './locked-seance.js';

/** Rewrites a comment, whoever of the staff wrote it. */
export class EditComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: CommentTexts,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /**
   * Writing the same again changes nothing.
   *
   * @throws Refusal `not-found`, `validation` when the content shows nothing.
   */
  async run(
    { actor, space }: Visit<'edit'>,
    seanceId: string,
    id: string,
    content: string,
  ): Promise<CommentView> {
    const clean = this.texts.cleaned(content);
    return this.unitOfWork.write(async (repositories) => {
      const seance = await lockSeance(repositories, space.id, seanceId);
      const before = await presentComment(repositories, seance, id);
      if (before.content === clean) return viewOf(before);
      const now = this.clock.now();
      const after = { ...before, content: clean, editedAt: now };
      await repositories.comments.rewrite(after);
      const data = {
        commentId: id,
        before: this.texts.excerpt(before.content),
        after: this.texts.excerpt(clean),
      };
      await this.recorder.record(repositories, actor, now, [{ type: 'comment.edited', seance, data }]);
      return viewOf(after);
    });
  }
}
