import type { Logger } from '../index.js';

/** The pause between two looks at what is to be done, in milliseconds; half as long again at most. */
const pause = 60_000;

/** Work that is done again and again in the background. Any number of processes may do it. */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = true;

  /** @param failure what is written down of a round that failed. */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly failure: string,
    private readonly logger: Logger,
    private readonly every = pause,
  ) {}

  start(): void {
    this.isStopped = false;
    this.schedule();
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(
      () => {
        this.running = this.round();
      },
      this.every * (1 + Math.random() / 2),
    ).unref();
  }

  private async round(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.logger.error({ error: String(error) }, this.failure);
    }
    this.schedule();
  }
}
