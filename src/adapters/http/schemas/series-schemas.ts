import { ownFields } from '../../../domain/seance/seance-content.js';
import { listOf, nullable, object, oneOf } from './object.js';
import { plannedDate } from './repetition-schemas.js';
import { id, text, wallTime } from './values.js';

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
