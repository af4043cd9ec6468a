/** A comment: what staff tell the users of a séance about it. Its HTML is sanitised again before it is shown. */
export type { Comment } from '../wire.gen.js';
