import type { Logger } from '../index.js';
import type { Roster } from './roster.js';
import type { RosterNews } from './roster-news.js';
import type { RosterStore } from './roster-store.js';

/** The pause between two looks at what is to be done, in milliseconds; half as long again at most. */
const pause = 60_000;

/**
 * Refreshes the rosters of courses in use once a day, one after the other, and tells the plugin what it was not told. Any
 * number of processes may run it.
 */
export class RosterWorker {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = true;

  constructor(
    private readonly roster: Roster,
    private readonly rosters: RosterStore,
    private readonly news: RosterNews,
    private readonly logger: Logger,
    private readonly every = pause,
  ) {}

  start(): void {
    this.isStopped = false;
    this.schedule();
  }

  /** Resolves when nothing runs any more: neither here, nor for staff who opened a course. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await Promise.all([this.running, this.roster.stop()]);
  }

  /** All that is to be done now. */
  async run(): Promise<void> {
    await this.news.tellAll();
    for (let course = await this.rosters.due(); course !== undefined; course = await this.rosters.due())
      if ((await this.roster.refresh(course)) === 'stopped') return;
  }

  private schedule(): void {
    if (this.isStopped) return;
    const work = async (): Promise<void> => {
      try {
        await this.run();
      } catch (error) {
        this.logger.error({ error: String(error) }, 'rosters were not refreshed; it is tried again');
      }
      this.schedule();
    };
    this.timer = setTimeout(
      () => {
        this.running = work();
      },
      this.every * (1 + Math.random() / 2),
    ).unref();
  }
}
