import { enrolmentModes } from '../../../domain/seance/seance-content.js';
import { listOf, nullable, object, oneOf, optional, pageOf } from './object.js';
import { session, trainer } from './seance-schemas.js';
import { count, flag, id, pageQuery, search, text, word } from './values.js';

const given = nullable(word);

export const space = object({
  id,
  name: text,
  listsEverybody: flag,
  sessions: listOf(object({ id, name: text, startsOn: given, endsOn: given, timeZone: given })),
  permissions: object({
    open: flag,
    edit: flag,
    enrol: flag,
    administer: flag,
  }),
  settings: object({
    enrolmentEnabled: flag,
    defaultEnrolmentMode: oneOf(...enrolmentModes),
    defaultDurationMinutes: count,
    defaultTimeZone: word,
    numbering: flag,
    maxOccurrences: count,
    promotion: oneOf('automatic', 'staff'),
    closingDelayMinutes: count,
    retentionDays: count,
    inAgendaByDefault: flag,
    clashes: oneOf('warn', 'refuse'),
    attendance: oneOf('off', 'marks', 'signed'),
  }),
  actor: object({ id, name: text, locale: word, timeZone: word }),
});

const choice = { q: optional(search), ...pageQuery };

export const choiceQuery = object(choice);

export const sessionChoiceQuery = object({ ...choice, session });

export const trainerPage = pageOf(trainer);
