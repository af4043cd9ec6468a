import { Refusal } from '../../domain/refusal.js';
import { restorableSince } from '../../domain/deletion/retention.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { EventRecorder } from '../event/event-recorder.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { CommentTexts } from './comment-texts.js';
import { type CommentView, viewOf } from './comment-view.js';
import { lockSeance } from './locked-seance.js';

/** Undoes the deletion of a comment. Restoring what is not deleted changes nothing. */
export class RestoreComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly texts: CommentTexts,
    private readonly readSettings: ReadSettings,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `retention-passed` when it was deleted too long ago. */
  async run({ actor, space }: Visit<'edit'>, seanceId: string, id: string): Promise<CommentView> {
    const { retentionDays } = await this.readSettings.run();
    const now = this.clock.now();
    return this.unitOfWork.write(async (repositories) => {
      const seance = await lockSeance(repositories, space.id, seanceId);
      const comment = await repositories.comments.find(space.id, seanceId, id);
      if (!comment) throw new Refusal('not-found');
      if (comment.deletedAt === null) return viewOf(comment);
      if (comment.deletedAt < restorableSince(now, retentionDays)) throw new Refusal('retention-passed');
      await repositories.comments.markRestored(comment);
      const data = { commentId: id, after: this.texts.excerpt(comment.content) };
      await this.recorder.record(repositories, actor, now, [{ type: 'comment.restored', seance, data }]);
      return viewOf(comment);
    });
  }
}
