import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';

/**
 * Does something again and again, never twice at once, and keeps no process alive. What failed is tried again, and logged
 * when it is news: a database that is down for an hour would fill a log otherwise.
 */
export class Repeater {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = true;
  /** Why the last run failed; undefined when it did not. */
  private failure: string | undefined;

  /**
   * @param every the pause between two runs, in milliseconds.
   * @param work says whether there is more to do at once; what takes long asks whether it is to end.
   * @param first the pause before the first run.
   */
  constructor(
    private readonly name: string,
    private readonly every: number,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly work: (isEnding: () => boolean) => Promise<boolean>,
    private readonly first = every,
  ) {}

  start(): void {
    this.isStopped = false;
    this.schedule(this.first);
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(pause: number): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.running = this.run();
    }, pause).unref();
  }

  private async run(): Promise<void> {
    let isMore = false;
    try {
      isMore = await this.work(() => this.isStopped);
      this.count('done');
      this.note(undefined);
    } catch (error) {
      this.count('failed');
      this.note(String(error));
    }
    this.schedule(isMore ? 0 : this.every);
  }

  private note(failure: string | undefined): void {
    const [before, values] = [this.failure, { work: this.name }];
    this.failure = failure;
    if (failure === before) return;
    if (failure === undefined) this.logger.info(values, 'background work goes on');
    else this.logger.warn({ ...values, error: failure }, 'background work failed; it is tried again');
  }

  private count(outcome: 'done' | 'failed'): void {
    this.metrics.count('seances_background_runs_total', 1, { work: this.name, outcome });
  }
}
