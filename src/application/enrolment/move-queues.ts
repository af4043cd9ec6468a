import { queuesMove } from '../../domain/settings/settings.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { PlaceLedgers } from './place-ledgers.js';

/** How many séances' queues one transaction moves. */
const batchSize = 20;

/**
 * Gives free places to those who wait for them, on the whole platform: for when a setting that kept queues from moving
 * has changed. Moves nobody where that setting still does. May run at any time, in any number of processes.
 */
export class MoveQueues {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: PlaceLedgers,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const settings = await this.readSettings.run();
    if (!queuesMove(settings)) return;
    for (let afterId = ''; ;) {
      const now = this.clock.now();
      const seanceIds = await this.unitOfWork.read(({ enrolments }) =>
        enrolments.queuesAfter(now, afterId, batchSize),
      );
      const last = seanceIds.at(-1);
      if (last === undefined) return;
      afterId = last;
      const request = { spaceId: null, seanceIds, settings, actor: null };
      await this.unitOfWork.write((repositories) =>
        this.ledgers.with(repositories, request, (ledger) => ledger.settle()),
      );
    }
  }
}
