import Joi from 'joi';
import { enrolmentModes } from '../../../domain/seance/seance.js';
import { group, location, trainer } from './seance-schemas.js';
import { count, id, pageOf, pageQuery, search, text } from './values.js';

const day = Joi.string().allow(null).required();

export const space = Joi.object({
  id: id.required(),
  name: text.required(),
  sessions: Joi.array()
    .items(
      Joi.object({ id: id.required(), name: text.required(), startsOn: day, endsOn: day, timeZone: day }),
    )
    .required(),
  permissions: Joi.object({
    open: Joi.boolean().required(),
    edit: Joi.boolean().required(),
    enrol: Joi.boolean().required(),
    administer: Joi.boolean().required(),
  }).required(),
  settings: Joi.object({
    enrolmentEnabled: Joi.boolean().required(),
    defaultEnrolmentMode: Joi.string()
      .valid(...enrolmentModes)
      .required(),
    defaultDurationMinutes: count.required(),
    defaultTimeZone: Joi.string().required(),
    numbering: Joi.boolean().required(),
    maxOccurrences: count.required(),
    promotion: Joi.string().valid('automatic', 'staff').required(),
    closingDelayMinutes: count.required(),
    retentionDays: count.required(),
    inAgendaByDefault: Joi.boolean().required(),
  }).required(),
  actor: Joi.object({
    id: id.required(),
    name: text.required(),
    locale: Joi.string().required(),
    timeZone: Joi.string().required(),
  }).required(),
});

export const choiceQuery = Joi.object({ q: search, ...pageQuery });

export const sessionChoiceQuery = choiceQuery.keys({
  session: id.description('A session of the space; the current one when absent.'),
});

export const groupList = Joi.object({ items: Joi.array().items(group).required() });
export const locationPage = pageOf(location);
export const trainerPage = pageOf(trainer);
