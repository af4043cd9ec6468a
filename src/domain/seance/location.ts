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
