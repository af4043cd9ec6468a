import { nullable, object, pageOf } from './object.js';
import { count, id, instant, pageQuery, text, writtenText } from './values.js';

/** The body that adds or edits a comment. */
export const commentInput = object({ content: writtenText });

export const comment = object({
  id,
  content: text.description('HTML of a short allow-list of tags.'),
  author: object({ id: id.allow(''), name: text }).description(
    'Who wrote it; both empty for somebody who was forgotten.',
  ),
  createdAt: instant,
  editedAt: nullable(instant),
  version: count,
});

export const commentPage = pageOf(comment);

export const commentQuery = object(pageQuery);
