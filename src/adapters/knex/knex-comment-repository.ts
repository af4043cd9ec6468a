import type { Knex } from 'knex';
import type { Comment } from '../../domain/comment/comment.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { CommentRepository } from '../../ports/comment-repository.js';
import type { PageOf, PageRequest } from '../../domain/page.js';
import { chunks } from './many-rows.js';

interface CommentRow {
  id: string;
  space_id: string;
  session_id: string;
  seance_id: string;
  content: string;
  author_id: string;
  author_name: string;
  created_at: string;
  edited_at: string | null;
  deleted_at: string | null;
}

const columns = [
  'id',
  'space_id',
  'session_id',
  'seance_id',
  'content',
  'author_id',
  'author_name',
  'created_at',
  'edited_at',
  'deleted_at',
] as const satisfies readonly (keyof CommentRow)[];

export class KnexCommentRepository implements CommentRepository {
  constructor(private readonly knex: Knex) {}

  async ofSeance(spaceId: string, seanceId: string, { page, size }: PageRequest): Promise<PageOf<Comment>> {
    const found = () =>
      this.knex('seance_comment').where({ space_id: spaceId, seance_id: seanceId }).whereNull('deleted_at');
    const [{ total }] = (await found().count({ total: '*' })) as unknown as [{ total: number }];
    const rows = (await found()
      .select(columns)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(size)
      .offset((page - 1) * size)) as CommentRow[];
    return { items: rows.map(commentFromRow), total };
  }

  async find(spaceId: string, seanceId: string, id: string): Promise<Comment | undefined> {
    const [row] = (await this.knex('seance_comment')
      .select(columns)
      .where({ id, space_id: spaceId, seance_id: seanceId })) as CommentRow[];
    return row && commentFromRow(row);
  }

  async add(comment: Comment): Promise<void> {
    await this.knex('seance_comment').insert(rowFromComment(comment));
    await this.count(comment, 1);
  }

  async rewrite({ id, content, editedAt }: Comment): Promise<void> {
    await this.knex('seance_comment').where({ id }).update({ content, edited_at: editedAt });
  }

  async markDeleted(comment: Comment, at: Instant): Promise<void> {
    await this.knex('seance_comment').where({ id: comment.id }).update({ deleted_at: at });
    await this.count(comment, -1);
  }

  async markRestored(comment: Comment): Promise<void> {
    await this.knex('seance_comment').where({ id: comment.id }).update({ deleted_at: null });
    await this.count(comment, 1);
  }

  async forgetUser(userId: string): Promise<void> {
    await this.knex('seance_comment').where({ author_id: userId }).update({ author_id: '', author_name: '' });
  }

  async removeDeletedBefore(instant: Instant): Promise<number> {
    return this.knex('seance_comment').where('deleted_at', '<', instant).delete();
  }

  async removeOf(spaceId: string, seanceIds: readonly string[]): Promise<void> {
    for (const ids of chunks(seanceIds, 500)) {
      await this.knex('seance_comment').where({ space_id: spaceId }).whereIn('seance_id', ids).delete();
    }
  }

  private async count({ spaceId, seanceId }: Comment, more: 1 | -1): Promise<void> {
    await this.knex('seance').where({ id: seanceId, space_id: spaceId }).increment('comment_count', more);
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
    created_at: comment.createdAt,
    edited_at: comment.editedAt,
    deleted_at: comment.deletedAt,
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
    createdAt: row.created_at as Instant,
    editedAt: row.edited_at as Instant | null,
    deletedAt: row.deleted_at as Instant | null,
  };
}
