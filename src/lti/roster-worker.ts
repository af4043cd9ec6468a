import type { Logger } from '../index.js';
import type { Roster } from './roster.js';
import type { RosterNews } from './roster-news.js';
import type { RosterStore } from './roster-store.js';
import { Rounds } from './rounds.js';

/**
 * Refreshes the rosters of courses in use once a day, one after the other, and tells the plugin what it was not told. Any
 * number of processes may run it.
 */
export class RosterWorker {
  private readonly rounds: Rounds;

  constructor(
    private readonly roster: Roster,
    private readonly rosters: RosterStore,
    private readonly news: RosterNews,
    logger: Logger,
    every?: number,
  ) {
    const failure = 'rosters were not refreshed; it is tried again';
    this.rounds = new Rounds(() => this.run(), failure, logger, every);
  }

  start(): void {
    this.rounds.start();
  }

  /** Resolves when nothing runs any more: neither here, nor for staff who opened a course. */
  async stop(): Promise<void> {
    await Promise.all([this.rounds.stop(), this.roster.stop()]);
  }

  /** All that is to be done now. */
  async run(): Promise<void> {
    await this.news.tellAll();
    for (let course = await this.rosters.due(); course !== undefined; course = await this.rosters.due())
      if ((await this.roster.refresh(course)) === 'stopped') return;
  }
}
