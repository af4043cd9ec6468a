import type { Comment } from '../../domain/comment/comment.js';
import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/**
 * Locks the séance whose comments change: its count follows them, and its events are in order.
 *
 * @throws Refusal `not-found`
 */
export async function lockSeance({ seances }: Repositories, spaceId: string, id: string): Promise<Seance> {
  const [seance] = await seances.lock(spaceId, [id]);
  if (!seance) throw new Refusal('not-found');
  return seance;
}

/**
 * A comment of a locked séance.
 *
 * @throws Refusal `not-found` when there is none, or it is deleted.
 */
export async function presentComment(
  { comments }: Repositories,
  { id, spaceId }: Seance,
  commentId: string,
): Promise<Comment> {
  const comment = await comments.find(spaceId, id, commentId);
  if (comment?.deletedAt !== null) throw new Refusal('not-found');
  return comment;
}
