export abstract class IdGenerator {
  /** A new UUIDv7 (RFC 9562): later ids sort after earlier ones of the same process. */
  abstract next(): string;
}
