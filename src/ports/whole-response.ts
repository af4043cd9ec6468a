/**
 * A response whose body is there as a whole: a host on `node:http` writes it at once, headers and all, where any other
 * response is read through a stream first. Everywhere else it is a response like any other.
 */
export class WholeResponse extends Response {
  constructor(
    readonly whole: string | Uint8Array<ArrayBuffer> | null,
    init: ResponseInit,
  ) {
    super(whole, init);
  }
}
