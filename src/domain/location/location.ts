/** A place where séances happen. Parts of the address are empty when they are not known. */
export interface Location {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly streetNumber: string;
  readonly box: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly phone: string;
}

/** Place and address in one line, such as `Salle Érasme, Rue de la Loi 16, 1000 Bruxelles, BE`; empty for no place. */
export function placeLine(location: Location | null): string {
  if (!location) return '';
  const { name, street, streetNumber, box, postalCode, city, country } = location;
  const parts = [name, joined(street, streetNumber, box && `/ ${box}`), joined(postalCode, city), country];
  return parts.filter((part) => part !== '').join(', ');
}

/** True when the séances that are at a place read otherwise after a change of it, or are found by other words. */
export function isShownOtherwise(before: Location, after: Location): boolean {
  return before.name !== after.name || placeLine(before) !== placeLine(after);
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}
