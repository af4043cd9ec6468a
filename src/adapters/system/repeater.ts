import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/metrics.js';

/** Does something again and again, never twice at once, and keeps no process alive. A failure is logged, and tried again. */
export class Repeater {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = true;

  /**
   * @param every the pause between two runs, in milliseconds.
   * @param work says whether there is more to do at once.
   * @param first the pause before the first run.
   */
  constructor(
    private readonly name: string,
    private readonly every: number,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
    private readonly work: () => Promise<boolean>,
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
      isMore = await this.work();
      this.count('done');
    } catch (error) {
      this.count('failed');
      this.logger.warn(
        { work: this.name, error: String(error) },
        'background work failed; it is tried again',
      );
    }
    this.schedule(isMore ? 0 : this.every);
  }

  private count(outcome: 'done' | 'failed'): void {
    this.metrics.count('seances_background_runs_total', 1, { work: this.name, outcome });
  }
}
