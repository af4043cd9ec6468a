import { eventTypes } from '../../../domain/event/seance-event.js';
import { nullable, object, oneOf, pageOf } from './object.js';
import { briefPageQuery, id, instant, jsonObject, text } from './values.js';

const named = nullable(object({ id: text, name: text }));

export const historyPage = pageOf(
  object({
    id,
    type: oneOf(...eventTypes),
    at: instant,
    actor: named.description('Who did it; null for the host, or the plugin itself.'),
    user: named.description('Whose enrolment it is about.'),
    data: jsonObject,
  }),
);

export const historyQuery = object(briefPageQuery);
