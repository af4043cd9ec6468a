import type { Location } from '../../domain/location/location.js';
import type { LocationRow } from './tables.js';

/** The columns that make a place, without those that only queries read. */
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

/** What `locationColumns` read. */
export type StoredLocation = Pick<LocationRow, (typeof locationColumns)[number]>;

export function locationFromRow(row: StoredLocation): Location {
  const { street_number: streetNumber, postal_code: postalCode, ...same } = row;
  return { ...same, streetNumber, postalCode };
}

export function rowFromLocation(location: Location): StoredLocation {
  const { streetNumber, postalCode, ...same } = location;
  return { ...same, street_number: streetNumber, postal_code: postalCode };
}
