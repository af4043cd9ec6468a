import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { EventRecorder } from '../event/event-recorder.js';
import type { CommentTexts } from './comment-texts.js';
import { lockSeance, presentComment } from './locked-seance.js';

/** Deletes a comment, whoever of the staff wrote it, so that it can be restored. */
export class DeleteComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: CommentTexts,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found` */
  async run({ actor, space }: Visit<'edit'>, seanceId: string, id: string): Promise<void> {
    await this.unitOfWork.write(async (repositories) => {
      const seance = await lockSeance(repositories, space.id, seanceId);
      const comment = await presentComment(repositories, seance, id);
      const now = this.clock.now();
      await repositories.comments.markDeleted(comment, now);
      const data = { commentId: id, before: this.texts.excerpt(comment.content) };
      await this.recorder.record(repositories, actor, now, [{ type: 'comment.deleted', seance, data }]);
    });
  }
}
