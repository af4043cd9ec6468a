import Joi from 'joi';
import { eventTypes } from '../../../domain/event/seance-event.js';
import { trialType } from '../../../domain/webhook/webhook.js';
import { listOf, nullable, object, oneOf, partial } from './object.js';
import { count, flag, id, instant, text, word } from './values.js';

const urlLength = 2_000;
const url = Joi.string()
  .max(urlLength)
  .pattern(/^https?:\/\/\S+$/i, 'url')
  .description('Where messages are sent: https, and no address inside a network.')
  .example('https://erp.example.org/hooks/seances');
const types = listOf(oneOf(...eventTypes))
  .min(1)
  .unique()
  .description('Which events it is told of.');

export const webhookInput = object({ url, types });

export const webhookChanges = object(
  partial({ url, types, paused: flag.description('True has nothing sent until it is false again.') }),
).min(1);

const fields = {
  id,
  url: word,
  types: listOf(oneOf(...eventTypes)),
  paused: nullable(
    object({
      reason: oneOf('by-hand', 'failing', 'gone').description(
        'By an administrator; after a day of failures; since the address answered 410.',
      ),
      at: instant,
    }),
  ),
  rotatesUntil: nullable(instant.description('Until when the secret before signs, too.')),
  waiting: count.description('How many messages wait.'),
  createdAt: instant,
};

export const webhook = object(fields);

export const webhookList = object({ items: listOf(webhook) });

export const webhookWithSecret = object({
  ...fields,
  secret: word.description('What messages are signed with; it is shown this once.'),
});

export const webhookDelivery = object({
  id: id.description('What is sent as `webhook-id`.'),
  type: oneOf(...eventTypes, trialType),
  state: oneOf('waiting', 'delivered', 'failed').description('What has failed is not tried again by itself.'),
  attempts: count,
  createdAt: instant,
  last: nullable(
    object({
      at: instant,
      status: nullable(Joi.number().integer().description('Of the answer.')),
      fault: nullable(
        oneOf('address', 'unanswered', 'answer').description(
          'The address may not be asked; no answer within 10 seconds; an answer that is not 2xx. Null when it arrived.',
        ),
      ),
      detail: text.description('What is known beside: the beginning of the answer, or why there is none.'),
    }).description('The last attempt.'),
  ),
});

export const webhookDeliveryList = object({ items: listOf(webhookDelivery) });
