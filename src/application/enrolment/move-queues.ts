import { settle } from '../../domain/enrolment/promotion.js';
import { queuesMove } from '../../domain/settings/settings.js';
import type { Clock } from '../../ports/clock.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { Transactions } from '../transactions.js';
import type { PlaceLedgers } from './place-ledgers.js';

/** How many séances' queues one transaction moves. */
const batchSize = 20;

/**
 * Gives free places to those who wait for them, wherever that is on a platform: for when a setting that kept queues from
 * moving has changed. Moves nobody where that setting still does. May run at any time, in any number of processes.
 */
export class MoveQueues {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledgers: PlaceLedgers,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  /** On every platform, by its own settings. */
  async everywhere(): Promise<void> {
    for (const platformId of await this.transactions.read(({ platforms }) => platforms.all()))
      await this.run(platformId);
  }

  async run(platformId: string): Promise<void> {
    // Looking for queues on a whole platform takes its time: not when none may move.
    if (!queuesMove(await this.readSettings.run(platformId))) return;
    for (let afterId = ''; ;) {
      const now = this.clock.now();
      const seanceIds = await this.transactions.read(({ enrolments }) =>
        enrolments.queuesAfter(platformId, now, afterId, batchSize),
      );
      const last = seanceIds.at(-1);
      if (last === undefined) return;
      afterId = last;
      const request = { platformId, spaceId: null, seanceIds, actor: null };
      await this.transactions.write((transaction) =>
        this.ledgers.with(transaction, request, (ledger) => ledger.carryOut(settle)),
      );
    }
  }
}
