import { randomUUID } from 'node:crypto';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';
import type { WholeAnswer } from '../../ports/whole-answer.js';

/** An id that a proxy or the host gave a request is kept when it can be written to any log as it is. */
const acceptable = /^[\w.:-]{1,128}$/;

const header = 'x-request-id';

/** Tells the operators of one request: what it was, never what it carried. */
export class RequestRecord {
  private readonly begun = performance.now();
  private readonly id: string;

  /** @param operation its `operationId`; `unknown` for an address that has none. */
  constructor(
    private readonly request: Request,
    private readonly operation: string,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {
    const given = request.headers.get(header);
    this.id = given !== null && acceptable.test(given) ? given : randomUUID();
  }

  /** Logs why a request failed that should not have. */
  failed(status: number, error: unknown): void {
    const { message, stack } = error as Error;
    this.logger.error({ ...this.values(status), error: message, stack }, 'request failed');
  }

  /** Logs and counts the answer, and marks it with the id of its request. */
  answered(answer: WholeAnswer): WholeAnswer {
    const { status } = answer;
    const seconds = (performance.now() - this.begun) / 1_000;
    const labels = { operation: this.operation, method: this.request.method, status: String(status) };
    this.logger.info(
      { ...this.values(status), milliseconds: Math.round(seconds * 1_000) },
      'request answered',
    );
    this.metrics.count('seances_requests_total', 1, labels);
    this.metrics.observe('seances_request_seconds', seconds, labels);
    return { ...answer, headers: { ...answer.headers, [header]: this.id } };
  }

  private values(status: number): Readonly<Record<string, unknown>> {
    return { requestId: this.id, operation: this.operation, method: this.request.method, status };
  }
}
