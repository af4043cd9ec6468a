import type { AddComment } from '../../../application/comment/add-comment.js';
import type { DeleteComment } from '../../../application/comment/delete-comment.js';
import type { EditComment } from '../../../application/comment/edit-comment.js';
import type { ListComments } from '../../../application/comment/list-comments.js';
import type { RestoreComment } from '../../../application/comment/restore-comment.js';
import { pageReply } from '../page-reply.js';
import { expectedVersions, tagged } from '../preconditions.js';
import { type Route, spaceRoute } from '../route.js';
import {
  comment,
  commentInput,
  commentPage,
  commentQuery,
  newCommentInput,
} from '../schemas/comment-schemas.js';

export interface CommentUseCases {
  readonly listComments: ListComments;
  readonly addComment: AddComment;
  readonly editComment: EditComment;
  readonly deleteComment: DeleteComment;
  readonly restoreComment: RestoreComment;
}

const collection = '/api/v1/spaces/{space}/seances/{id}/comments';
const item = `${collection}/{cid}` as const;
const body = { name: 'CommentInput', schema: commentInput };
const oneComment = {
  status: 200,
  description: 'The comment.',
  schema: { name: 'Comment', schema: comment },
};

export function commentRoutes(useCases: CommentUseCases): readonly Route[] {
  return [...collectionRoutes(useCases), ...itemRoutes(useCases)];
}

function collectionRoutes({ listComments, addComment }: CommentUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: collection,
      operationId: 'listComments',
      summary: 'The comments of a séance, the newest first.',
      permission: 'open',
      query: commentQuery,
      answer: {
        status: 200,
        description: 'One page.',
        schema: { name: 'CommentPage', schema: commentPage },
      },
      refusals: [],
      handle: async ({ visit, params, query }) =>
        pageReply(query, await listComments.run(visit, params.id, query)),
    }),
    spaceRoute({
      method: 'POST',
      path: collection,
      operationId: 'addComment',
      summary: 'Adds a comment to a séance, and announces it when that is asked for.',
      permission: 'edit',
      body: { name: 'NewCommentInput', schema: newCommentInput },
      idempotent: true,
      answer: { ...oneComment, status: 201, description: 'The new comment.' },
      refusals: [],
      handle: async ({ visit, params, body, attempt }) =>
        tagged(201, await addComment.run(visit, params.id, body, attempt)),
    }),
  ];
}

function itemRoutes({ editComment, deleteComment, restoreComment }: CommentUseCases): readonly Route[] {
  return [
    spaceRoute({
      method: 'PATCH',
      path: item,
      operationId: 'editComment',
      summary: 'Rewrites a comment, whoever of the staff wrote it.',
      permission: 'edit',
      body,
      conditional: true,
      answer: oneComment,
      refusals: [],
      handle: async ({ visit, params, body: { content }, request }) =>
        tagged(200, await editComment.run(visit, params.id, params.cid, content, expectedVersions(request))),
    }),
    spaceRoute({
      method: 'DELETE',
      path: item,
      operationId: 'deleteComment',
      summary: 'Deletes a comment; it can be restored until the retention delay has passed.',
      permission: 'edit',
      conditional: true,
      answer: { status: 204, description: 'Deleted.' },
      refusals: [],
      handle: async ({ visit, params, request }) => {
        await deleteComment.run(visit, params.id, params.cid, expectedVersions(request));
        return { status: 204 };
      },
    }),
    spaceRoute({
      method: 'POST',
      path: `${item}/restore`,
      operationId: 'restoreComment',
      summary: 'Undoes the deletion of a comment.',
      permission: 'edit',
      answer: oneComment,
      refusals: ['retention-passed'],
      handle: async ({ visit, params }) =>
        tagged(200, await restoreComment.run(visit, params.id, params.cid)),
    }),
  ];
}
