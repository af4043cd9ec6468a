import type { NewCommentInput } from '../wire.gen.js';

/** A comment: what staff tell the users of a séance about it. Its HTML is sanitised again before it is shown. */
export type { Comment, NewCommentInput as NewComment } from '../wire.gen.js';

/** Who is told of a comment, and on which séances of the series it is written. */
export type Announcement = Required<NonNullable<NewCommentInput['announce']>>;

export const audiences = ['enrolled', 'waiting', 'trainers'] as const satisfies Announcement['to'];
export type Audience = (typeof audiences)[number];
