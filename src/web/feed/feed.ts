/** The reader's own calendar feed, as the server tells it. */
export type { Feed } from '../wire.gen.js';
