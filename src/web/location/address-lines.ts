import type { Location } from '../seance/seance.js';

type Address = Pick<Location, 'street' | 'streetNumber' | 'box' | 'postalCode' | 'city' | 'country'>;

/** An address as an envelope has it: street and number, postal code and city, country. */
export function addressLines({
  street,
  streetNumber,
  box,
  postalCode,
  city,
  country,
}: Address): readonly string[] {
  const number = joined([streetNumber, box], ' / ');
  const lines = [joined([street, number], ', '), joined([postalCode, city], ' '), country];
  return lines.filter((line) => line !== '');
}

function joined(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}
