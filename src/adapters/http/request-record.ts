import { randomUUID } from 'node:crypto';
import { Refusal } from '../../domain/refusal.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';
import type { WholeAnswer } from '../../ports/whole-answer.js';
import type { Route } from './route.js';
import { TransportRefusal } from './transport-refusal.js';

/** An id that a proxy or the host gave a request is kept when it can be written to any log as it is. */
const acceptable = /^[\w.:-]{1,128}$/;

const header = 'x-request-id';

/** Tells the operators of one request: what it was, never what it carried. */
export class RequestRecord {
  private readonly begun = performance.now();
  private readonly id: string;
  private readonly operation: string;

  /** @param route undefined for an address that has none. */
  constructor(
    private readonly request: Request,
    private readonly route: Pick<Route, 'operationId' | 'isRoutine'> | undefined,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {
    const given = request.headers.get(header);
    this.operation = route?.operationId ?? 'unknown';
    this.id = given !== null && acceptable.test(given) ? given : randomUUID();
  }

  /**
   * Logs and counts the answer, in one line, and marks it with the id of its request.
   *
   * @param error what the answer refuses, or why there is no better one.
   */
  answered(answer: WholeAnswer, error?: unknown): WholeAnswer {
    const { status } = answer;
    const seconds = (performance.now() - this.begun) / 1_000;
    const labels = { operation: this.operation, method: this.request.method, status: String(status) };
    this.log(status, Math.round(seconds * 1_000), error);
    this.metrics.count('seances_requests_total', 1, labels);
    this.metrics.observe('seances_request_seconds', seconds, labels);
    return { ...answer, headers: { ...answer.headers, [header]: this.id } };
  }

  private log(status: number, milliseconds: number, error: unknown): void {
    const { id: requestId, operation } = this;
    const values = { requestId, operation, method: this.request.method, status, milliseconds };
    if (status >= 500) this.logger.error({ ...values, ...reasonOf(error) }, 'request failed');
    else if (this.route?.isRoutine) this.logger.debug?.(values, 'request answered');
    else this.logger.info(values, 'request answered');
  }
}

/** Whoever refuses on purpose says why; where it was thrown helps with the rest, which nobody has foreseen. */
function reasonOf(error: unknown): { readonly error: string; readonly stack?: string | undefined } {
  if (!(error instanceof Error)) return { error: String(error) };
  const isForeseen = Refusal.is(error) || error instanceof TransportRefusal;
  return { error: error.message, ...(!isForeseen && { stack: error.stack }) };
}
