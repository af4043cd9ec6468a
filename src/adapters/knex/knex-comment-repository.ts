import type { Knex } from 'knex';
import type { Comment } from '../../domain/comment/comment.js';
import type { Audience } from '../../domain/notice/change-set.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { CommentRepository } from '../../ports/comment-repository.js';
import type { PageOf, PageRequest } from '../../domain/page.js';
import { countOf } from './count-of.js';
import { touchEntries } from './entry-changes.js';
import { inPlatforms } from './in-platforms.js';
import { chunks, insertRows } from './many-rows.js';
import type { CommentRow, SeanceRow } from './tables.js';

const columns = [
  'id',
  'space_id',
  'session_id',
  'seance_id',
  'content',
  'author_id',
  'author_name',
  'announced_to',
  'created_at',
  'edited_at',
  'deleted_at',
  'version',
] as const satisfies readonly (keyof CommentRow)[];

const newestFirst = ['created_at', 'id'].map((column) => ({ column, order: 'desc' }));

export class KnexCommentRepository implements CommentRepository {
  constructor(private readonly knex: Knex) {}

  async ofSeance(spaceId: string, seanceId: string, { page, size }: PageRequest): Promise<PageOf<Comment>> {
    const found = () =>
      this.comments().where({ space_id: spaceId, seance_id: seanceId }).whereNull('deleted_at');
    const total = await countOf(found());
    const rows = await found()
      .select(...columns)
      .orderBy(newestFirst)
      .limit(size)
      .offset((page - 1) * size);
    return { items: rows.map(commentFromRow), total };
  }

  async find(spaceId: string, seanceId: string, id: string): Promise<Comment | undefined> {
    const [row] = await this.comments()
      .select(...columns)
      .where({ id, space_id: spaceId, seance_id: seanceId });
    return row && commentFromRow(row);
  }

  async add(comments: readonly Comment[]): Promise<void> {
    await insertRows(this.knex, 'seance_comment', comments.map(rowFromComment));
    const [first] = comments;
    if (first) await this.follow(comments, first.createdAt, 1);
  }

  async rewrite(comment: Comment): Promise<void> {
    const { id, content, editedAt, version } = comment;
    await this.comments().where({ id }).update({ content, edited_at: editedAt, version });
    await this.follow([comment], editedAt ?? comment.createdAt, 0);
  }

  async markDeleted(comment: Comment, at: Instant): Promise<void> {
    const { id, version } = comment;
    await this.comments().where({ id }).update({ deleted_at: at, version });
    await this.follow([comment], at, -1);
  }

  async markRestored(comment: Comment, at: Instant): Promise<void> {
    const { id, version } = comment;
    await this.comments().where({ id }).update({ deleted_at: null, version });
    await this.follow([comment], at, 1);
  }

  async ofSeances(spaceId: string, seanceIds: readonly string[]): Promise<readonly Comment[]> {
    const found: Comment[] = [];
    for (const ids of chunks(seanceIds)) {
      const rows = await this.comments()
        .select(...columns)
        .where({ space_id: spaceId })
        .whereIn('seance_id', ids)
        .whereNull('deleted_at')
        .orderBy(newestFirst);
      found.push(...rows.map(commentFromRow));
    }
    return found;
  }

  async forgetUser(userId: string, seanceIds: readonly string[]): Promise<void> {
    await this.comments()
      .where({ author_id: userId })
      .whereIn('seance_id', seanceIds)
      .update({ author_id: '', author_name: '' });
  }

  async removeDeletedBefore(platformId: string, instant: Instant): Promise<number> {
    const old = this.comments().where('deleted_at', '<', instant);
    return inPlatforms(old, 'seance_comment.space_id', [platformId]).delete();
  }

  async removeOf(spaceId: string, seanceIds: readonly string[]): Promise<void> {
    for (const ids of chunks(seanceIds)) {
      await this.comments().where({ space_id: spaceId }).whereIn('seance_id', ids).delete();
    }
  }

  /** Each séance counts its comments, and its entry has changed with them. */
  private async follow(comments: readonly Comment[], at: Instant, more: 1 | 0 | -1): Promise<void> {
    for (const some of chunks(comments)) {
      const of = (key: 'spaceId' | 'seanceId') => [...new Set(some.map((comment) => comment[key]))];
      const seances = this.knex<SeanceRow>('seance')
        .whereIn('space_id', of('spaceId'))
        .whereIn('id', of('seanceId'));
      await touchEntries(more === 0 ? seances : seances.increment('comment_count', more), at);
    }
  }

  private comments() {
    return this.knex<CommentRow>('seance_comment');
  }
}

function rowFromComment(comment: Comment): CommentRow {
  return {
    id: comment.id,
    space_id: comment.spaceId,
    session_id: comment.sessionId,
    seance_id: comment.seanceId,
    content: comment.content,
    author_id: comment.author.id,
    author_name: comment.author.name.slice(0, 255),
    announced_to: comment.announcedTo && JSON.stringify(comment.announcedTo),
    created_at: comment.createdAt,
    edited_at: comment.editedAt,
    deleted_at: comment.deletedAt,
    version: comment.version,
  };
}

function commentFromRow(row: CommentRow): Comment {
  return {
    id: row.id,
    spaceId: row.space_id,
    sessionId: row.session_id,
    seanceId: row.seance_id,
    content: row.content,
    author: { id: row.author_id, name: row.author_name },
    announcedTo: row.announced_to === null ? null : (JSON.parse(row.announced_to) as Audience[]),
    createdAt: row.created_at,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at,
    version: row.version,
  };
}
