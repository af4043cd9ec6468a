/** Makes the secrets that addresses carry which are read with nobody signed in: of feeds and downloads. */
export abstract class AddressTokens {
  /** A new secret that nobody can guess: 43 characters that need no escaping in an address. */
  abstract create(): string;

  /** A digest from which the secret cannot be found again, 64 hexadecimal digits. */
  abstract hashOf(token: string): string;
}
