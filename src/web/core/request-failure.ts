import type { Problem } from '../wire.gen.js';

/**
 * Why a request failed: `offline` when no answer came, `unavailable` when the server cannot answer now and the same
 * request may succeed later, `refused` when it never will as it is, `defect` when it is our own fault.
 */
export type FailureKind = 'offline' | 'unavailable' | 'refused' | 'defect';

/** What is wrong with one field of the body, in the reader's language. */
export type FieldProblem = NonNullable<Problem['errors']>[number];

interface FailureDetails {
  readonly status?: number | undefined;
  /** The server's stable code, such as `stale`. */
  readonly code?: string | undefined;
  /** What the server says about it, in the reader's language; empty when it says nothing. */
  readonly detail?: string | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  /** Seconds to wait before the next attempt. */
  readonly retryAfter?: number | undefined;
}

export class RequestFailure extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly code: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  readonly retryAfter: number | undefined;

  constructor(kind: FailureKind, details: FailureDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? kind, options);
    this.name = 'RequestFailure';
    this.kind = kind;
    this.status = details.status;
    this.code = details.code ?? '';
    this.detail = details.detail ?? '';
    this.fields = details.fields ?? [];
    this.retryAfter = details.retryAfter;
  }

  /** The failure itself. Any other error is a defect of ours: the page is told of it, as if nobody had caught it. */
  static of(error: unknown): RequestFailure {
    if (error instanceof RequestFailure) return error;
    reportError(error);
    return new RequestFailure('defect', {}, { cause: error });
  }

  /** The failure that an answer outside 200–299 tells. */
  static async fromResponse(response: Response): Promise<RequestFailure> {
    const { status } = response;
    const kind = status >= 500 || status === 429 ? 'unavailable' : 'refused';
    const { code, detail, errors } = await readProblem(response);
    return new RequestFailure(kind, {
      status,
      code,
      detail,
      fields: errors,
      retryAfter: secondsUntil(response.headers.get('retry-after')),
    });
  }
}

/** A proxy between us and the server answers in its own way: then there is nothing to read. */
async function readProblem(response: Response): Promise<Partial<Problem>> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return {};
  try {
    return (await response.json()) as Partial<Problem>;
  } catch {
    return {};
  }
}

/** `Retry-After` is a number of seconds or a date (RFC 9110 10.2.3). */
function secondsUntil(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
