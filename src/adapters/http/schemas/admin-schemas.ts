import Joi from 'joi';
import { location } from './seance-schemas.js';
import { calendarDate, count, id, instant, line, pageOf, pageQuery, text } from './values.js';

/** 1 MiB: the school holidays of a century are smaller. */
const calendarLength = 1_048_576;

/** The settings themselves are checked by the schema of the manifest, which is what the document publishes. */
export const settingValues = Joi.object().unknown();

export const settingsReview = Joi.object({
  values: Joi.object().unknown().required(),
  schema: Joi.object().unknown().required().description('JSON Schema of the settings.'),
  changes: Joi.array()
    .items(
      Joi.object({
        name: Joi.string().required(),
        before: Joi.any().required(),
        after: Joi.any().required(),
        actor: Joi.object({ id: Joi.string().allow('').required(), name: text.required() }).required(),
        at: instant.required(),
      }),
    )
    .required()
    .description('The latest changes, the latest first.'),
});

const optional = line.allow('');

const locationFields = {
  name: line.min(1),
  street: optional,
  streetNumber: optional,
  box: optional,
  postalCode: optional,
  city: optional,
  country: optional,
  phone: optional,
};

export const locationInput = Joi.object({
  name: locationFields.name.required(),
  street: optional.default(''),
  streetNumber: optional.default(''),
  box: optional.default(''),
  postalCode: optional.default(''),
  city: optional.default(''),
  country: optional.default(''),
  phone: optional.default(''),
});

export const locationChanges = Joi.object(locationFields).min(1);

const seances = Joi.object({
  total: count.required(),
  items: Joi.array()
    .items(
      Joi.object({
        id: id.required(),
        name: text.required(),
        start: Joi.string().required().description('Local, in the zone of the séance.'),
        spaceId: id.required(),
        spaceName: text.allow(null).required(),
      }),
    )
    .required(),
}).required();

export const administeredLocation = location.keys({
  readOnly: Joi.boolean().required().description('True for a place that the host keeps.'),
});

export const administeredLocationPage = pageOf(administeredLocation);

export const locationInUse = administeredLocation.keys({ usedBy: seances });

const closedDayFields = { name: line.min(1), startsOn: calendarDate, endsOn: calendarDate };

export const closedDayInput = Joi.object({
  ...closedDayFields,
  name: closedDayFields.name.required(),
  startsOn: calendarDate.required(),
  endsOn: calendarDate.description('The last day, inclusive; the first when absent.'),
});

export const closedDayChanges = Joi.object(closedDayFields).min(1);

const day = {
  name: text.required(),
  startsOn: calendarDate.required(),
  endsOn: calendarDate.required(),
};

const closedDay = Joi.object({ id: id.required(), ...day });

export const closedDayPage = pageOf(closedDay);

export const closedDayQuery = Joi.object({
  from: calendarDate.description('Only those that end on this day or later.'),
  ...pageQuery,
});

export const closedDayView = closedDay.keys({ seances });

export const calendarInput = Joi.object({
  calendar: Joi.string().max(calendarLength).required().description('An iCalendar file (RFC 5545).'),
});

export const importPreview = Joi.object({
  days: Joi.array()
    .items(Joi.object({ ...day, isKnown: Joi.boolean().required() }))
    .required(),
  skipped: Joi.array()
    .items(
      Joi.object({
        name: text.required(),
        reason: Joi.string().valid('timed', 'recurring', 'cancelled', 'unnamed', 'unreadable').required(),
      }),
    )
    .required(),
  seances,
});

export const importResult = Joi.object({ added: count.required(), known: count.required(), seances });
