import type { Comment } from '../domain/comment/comment.js';
import type { Instant } from '../domain/time/schedule.js';
import type { PageOf, PageRequest } from '../domain/page.js';

/**
 * Comments of séances. Whoever writes holds the lock of the séance, whose count of comments and whose calendar
 * entry follow in the same transaction.
 */
export abstract class CommentRepository {
  /** The comments of a séance that are not deleted, the newest first. */
  abstract ofSeance(spaceId: string, seanceId: string, page: PageRequest): Promise<PageOf<Comment>>;

  /** A comment of this séance, deleted or not; undefined for one of another séance or space. */
  abstract find(spaceId: string, seanceId: string, id: string): Promise<Comment | undefined>;

  /** Stores what was written at one time on séances of one space, on each of them once. */
  abstract add(comments: readonly Comment[]): Promise<void>;

  /** Stores the content of a comment, when it was edited, and its version. */
  abstract rewrite(comment: Comment): Promise<void>;

  /** Deletes a comment that was not deleted, so that it can be restored, and stores its version. */
  abstract markDeleted(comment: Comment, at: Instant): Promise<void>;

  /** Puts a deleted comment back where it was, and stores its version. */
  abstract markRestored(comment: Comment, at: Instant): Promise<void>;

  /** Those of séances of a space that are not deleted, the newest first. */
  abstract ofSeances(spaceId: string, seanceIds: readonly string[]): Promise<readonly Comment[]>;

  /** Takes a user's id and name out of what they wrote on séances that are locked. */
  abstract forgetUser(userId: string, seanceIds: readonly string[]): Promise<void>;

  /** Removes for ever what was deleted on a platform before `instant`, and says how many. */
  abstract removeDeletedBefore(platformId: string, instant: Instant): Promise<number>;

  /** Removes for ever the comments of séances of a space that are purged. */
  abstract removeOf(spaceId: string, seanceIds: readonly string[]): Promise<void>;
}
