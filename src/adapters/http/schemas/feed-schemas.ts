import { nullable, object } from './object.js';
import { instant, word } from './values.js';

export const feed = object({
  url: nullable(word).description(
    'The address to subscribe to: told once, when the feed is made, and null from then on.',
  ),
  createdAt: nullable(instant).description('null when there is no feed.'),
});
