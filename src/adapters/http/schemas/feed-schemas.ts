import Joi from 'joi';
import { instant } from './values.js';

export const feed = Joi.object({
  url: Joi.string()
    .allow(null)
    .required()
    .description('The address to subscribe to: told once, when the feed is made, and null from then on.'),
  createdAt: instant.allow(null).required().description('null when there is no feed.'),
});
