import type { Comment } from '../../domain/comment/comment.js';
import type { Named } from '../../domain/event/seance-event.js';
import type { Instant } from '../../domain/time/schedule.js';

/** A comment as a client reads it, a JSON value. */
export interface CommentView {
  readonly id: string;
  readonly content: string;
  readonly author: Named;
  readonly createdAt: Instant;
  readonly editedAt: Instant | null;
  readonly version: number;
}

export function viewOf({ id, content, author, createdAt, editedAt, version }: Comment): CommentView {
  return { id, content, author, createdAt, editedAt, version };
}
