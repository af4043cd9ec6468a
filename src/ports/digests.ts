/** Hashes, and what nobody can guess. */
export abstract class Digests {
  /** SHA-256 of a text in UTF-8 (FIPS 180-4): 64 hexadecimal digits. */
  abstract sha256(text: string): string;

  /** HMAC-SHA-256 of a text in UTF-8 (RFC 2104): 64 hexadecimal digits. */
  abstract keyed(secret: string, text: string): string;

  /** 64 random hexadecimal digits. */
  abstract random(): string;
}
