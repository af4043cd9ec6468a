import { mostClashes } from '../../../application/seance/clash-finder.js';
import { mostWarnings } from '../../../application/seance/warning-finder.js';
import { warningCodes, warningFields } from '../../../domain/seance/warning.js';
import { listOf, nullable, object, oneOf, optional } from './object.js';
import { id, instant, text, wallTime } from './values.js';

const named = object({ id, name: text });
const clockChange = oneOf('skipped', 'doubled', 'longer', 'shorter');

const clashes = listOf(
  object({
    kind: oneOf('trainer', 'location'),
    resource: named,
    startsAt: instant,
    endsAt: instant,
    seance: nullable(named),
  }),
).description(`At most ${mostClashes}, the earliest.`);

export const warnings = listOf(
  object({
    code: oneOf(...warningCodes),
    field: oneOf(...warningFields).description('What would be changed to be rid of it.'),
    start: wallTime.description('The start that is planned, in the zone of the séance.'),
    seance: nullable(named).description(
      'The séance in the way; null for none, and for one of another space.',
    ),
    resource: optional(named.description('The trainer or the place.')),
    name: optional(text.description('Name of the closed day.')),
    clockChange: optional(clockChange),
  }),
).description(`At most ${mostWarnings}.`);

/** What is in the way of a date that is only planned. */
export const findings = {
  clockChange: nullable(clockChange),
  conflicts: clashes,
  warnings,
};
