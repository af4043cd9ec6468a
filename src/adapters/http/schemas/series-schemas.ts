import { ownFields } from '../../../domain/seance/seance-content.js';
import { scopes } from '../../../domain/series/series-scope.js';
import { byDefault, listOf, nullable, object, oneOf } from './object.js';
import { plannedDate } from './repetition-schemas.js';
import { id, text, wallTime } from './values.js';

export const scopeQuery = object({
  scope: byDefault(oneOf(...scopes), 'this').description(
    'Which séances of its series are meant: following is itself and those that start later.',
  ),
});

export const seriesChangePreview = object({
  changes: listOf(
    object({
      ...plannedDate,
      id,
      name: text,
      before: object({ name: text, start: wallTime, end: wallTime }),
      kept: listOf(oneOf(...ownFields)),
      closedDay: nullable(text),
    }),
  ),
});
