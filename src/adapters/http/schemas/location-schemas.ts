import { byDefault, listOf, nullable, object, pageOf, partial } from './object.js';
import { count, flag, id, line, text, word } from './values.js';

const fields = {
  name: text,
  street: text,
  streetNumber: text,
  box: text,
  postalCode: text,
  city: text,
  country: text,
  phone: text,
};

/** A place, as it is proposed and shown. */
export const location = object({ id, ...fields });

export const locationPage = pageOf(location);

const written = line.allow('');
const name = line.min(1);
const details = {
  street: written,
  streetNumber: written,
  box: written,
  postalCode: written,
  city: written,
  country: written,
  phone: written,
};

export const locationInput = object({
  name,
  street: byDefault(written, ''),
  streetNumber: byDefault(written, ''),
  box: byDefault(written, ''),
  postalCode: byDefault(written, ''),
  city: byDefault(written, ''),
  country: byDefault(written, ''),
  phone: byDefault(written, ''),
});

export const locationChanges = object(partial({ name, ...details })).min(1);

/** Séances that a change of the platform's lists is about, whatever their space: how many, and the first. */
export const placedSeances = object({
  total: count,
  items: listOf(
    object({
      id,
      name: text,
      start: word.description('Local, in the zone of the séance.'),
      spaceId: id,
      spaceName: nullable(text),
    }),
  ),
});

const administered = {
  id,
  ...fields,
  readOnly: flag.description('True for a place that the host keeps.'),
};

export const administeredLocation = object(administered);

export const administeredLocationPage = pageOf(administeredLocation);

export const locationInUse = object({ ...administered, usedBy: placedSeances });
