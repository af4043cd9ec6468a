import type { Location } from '../../domain/location/location.js';

/** A row of `seance_location`, without the columns that only queries read. */
export interface LocationRow {
  id: string;
  name: string;
  street: string;
  street_number: string;
  box: string;
  postal_code: string;
  city: string;
  country: string;
  phone: string;
}

export const locationColumns = [
  'id',
  'name',
  'street',
  'street_number',
  'box',
  'postal_code',
  'city',
  'country',
  'phone',
] as const satisfies readonly (keyof LocationRow)[];

export function locationFromRow(row: LocationRow): Location {
  const { street_number: streetNumber, postal_code: postalCode, ...same } = row;
  return { ...same, streetNumber, postalCode };
}

export function rowFromLocation(location: Location): LocationRow {
  const { streetNumber, postalCode, ...same } = location;
  return { ...same, street_number: streetNumber, postal_code: postalCode };
}
