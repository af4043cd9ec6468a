import Joi from 'joi';
import { id, instant, pageOf, pageQuery, text, writtenText } from './values.js';

/** The body that adds or edits a comment. */
export const commentInput = Joi.object({ content: writtenText.required() });

export const comment = Joi.object({
  id: id.required(),
  content: text.required().description('HTML of a short allow-list of tags.'),
  author: Joi.object({ id: id.allow('').required(), name: text.required() })
    .required()
    .description('Who wrote it; both empty for somebody who was forgotten.'),
  createdAt: instant.required(),
  editedAt: instant.allow(null).required(),
});

export const commentPage = pageOf(comment);

export const commentQuery = Joi.object(pageQuery);
