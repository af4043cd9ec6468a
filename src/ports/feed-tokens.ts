/** Makes the secrets that feed addresses carry. */
export abstract class FeedTokens {
  /** A new secret that nobody can guess: 43 characters that need no escaping in an address. */
  abstract create(): string;

  /** A digest from which the secret cannot be found again, 64 hexadecimal digits. */
  abstract hashOf(token: string): string;
}
