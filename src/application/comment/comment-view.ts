import type { Comment } from '../../domain/comment/comment.js';
import type { Named } from '../../domain/event/seance-event.js';
import type { Reception } from '../../domain/notice/notice.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Repositories } from '../../ports/unit-of-work.js';

/** A comment as a client reads it, a JSON value. */
export interface CommentView {
  readonly id: string;
  readonly content: string;
  readonly author: Named;
  readonly createdAt: Instant;
  readonly editedAt: Instant | null;
  readonly version: number;
  /** How an announced information was received, for staff; null of one that was not announced, and for others. */
  readonly announced: Reception | null;
}

/** As who may not see how it was received reads it. */
export function viewOf({ id, content, author, createdAt, editedAt, version }: Comment): CommentView {
  return { id, content, author, createdAt, editedAt, version, announced: null };
}

/** As staff read it. @param receptions those of its séance */
export function staffViewOf(comment: Comment, receptions: ReadonlyMap<string, Reception>): CommentView {
  const announced = comment.announcedTo && (receptions.get(comment.id) ?? { told: 0, read: 0 });
  return { ...viewOf(comment), announced };
}

/** How the announced ones among comments of a séance were received, by their ids; asked for only where there are any. */
export async function receptionsOf(
  { notices }: Pick<Repositories, 'notices'>,
  seanceId: string,
  comments: readonly Comment[],
): Promise<ReadonlyMap<string, Reception>> {
  return comments.some(({ announcedTo }) => announcedTo !== null) ? notices.receptions(seanceId) : new Map();
}
