import { audiences } from '../../../domain/notice/change-set.js';
import { listOf, nullable, object, oneOf, optional, pageOf } from './object.js';
import { scope } from './scope-schema.js';
import { count, id, instant, pageQuery, text, writtenText } from './values.js';

/** The body that edits a comment. */
export const commentInput = object({ content: writtenText });

/** The body that adds a comment. */
export const newCommentInput = object({
  content: writtenText,
  announce: optional(
    object({
      to: listOf(oneOf(...audiences))
        .strict()
        .min(1)
        .unique()
        .description('Who is told of it.'),
      scope,
    }).description('It is written on each séance in scope, and told once to each person.'),
  ),
});

export const comment = object({
  id,
  content: text.description('HTML of a short allow-list of tags.'),
  author: object({ id: id.allow(''), name: text }).description(
    'Who wrote it; both empty for somebody who was forgotten.',
  ),
  createdAt: instant,
  editedAt: nullable(instant),
  version: count,
  announced: nullable(object({ told: count, read: count })).description(
    'How many people an announced comment was told to, and how many of them have read it: for staff.',
  ),
});

export const commentPage = pageOf(comment);

export const commentQuery = object(pageQuery);
