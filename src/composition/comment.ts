import { commentRoutes } from '../adapters/http/routes/comment-routes.js';
import { AddComment } from '../application/comment/add-comment.js';
import { CommentTexts } from '../application/comment/comment-texts.js';
import { DeleteComment } from '../application/comment/delete-comment.js';
import { EditComment } from '../application/comment/edit-comment.js';
import { ListComments } from '../application/comment/list-comments.js';
import { RestoreComment } from '../application/comment/restore-comment.js';
import { Transactions } from '../application/transactions.js';
import { TextSanitizer } from '../ports/text-sanitizer.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const commentFeature: Feature = {
  bind(container) {
    provide(container, CommentTexts, [TextSanitizer]);
    provide(container, ListComments, [UnitOfWork]);
    provide(container, AddComment, [Transactions, CommentTexts]);
    provide(container, EditComment, [Transactions, CommentTexts]);
    provide(container, DeleteComment, [Transactions, CommentTexts]);
    provide(container, RestoreComment, [Transactions, CommentTexts]);
  },
  routes: (container) =>
    commentRoutes({
      listComments: container.get(ListComments),
      addComment: container.get(AddComment),
      editComment: container.get(EditComment),
      deleteComment: container.get(DeleteComment),
      restoreComment: container.get(RestoreComment),
    }),
};
