/** Refusals that only HTTP knows, and their statuses (RFC 9110). */
export const transportStatuses = {
  'invalid-json': 400,
  unauthenticated: 401,
  'cross-site': 403,
  'method-not-allowed': 405,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  'timed-out': 503,
} as const;

export type TransportCode = keyof typeof transportStatuses;

/** What makes a request unreadable or unwelcome before any use case hears of it. */
export class TransportRefusal extends Error {
  constructor(
    readonly code: TransportCode,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'TransportRefusal';
  }
}
