import type { Issue } from '../../domain/refusal.js';

/** An issue with the place in a request: a JSON Pointer (RFC 6901) into the body, `?name` in the query, or a header. */
export interface PointedIssue extends Omit<Issue, 'field'> {
  readonly pointer: string;
}

/** A request that is not as its route says: the refusal `validation`, before any use case hears of it. */
export class InvalidRequest extends Error {
  constructor(readonly issues: readonly PointedIssue[]) {
    super('validation');
    this.name = 'InvalidRequest';
  }
}
