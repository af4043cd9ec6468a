import { Refusal } from '../../domain/refusal.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { type EventRecorder, outlineOf } from '../event/event-recorder.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

const secondsPerDay = 24 * 60 * 60;

/** Undoes a deletion. Restoring what is not deleted changes nothing. */
export class RestoreSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SeanceViews,
    private readonly readSettings: ReadSettings,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `retention-passed` when it was deleted too long ago. */
  async run(visit: Visit, id: string): Promise<SeanceView> {
    const { retentionDays } = await this.readSettings.run();
    const now = this.clock.now();
    const listed = await this.unitOfWork.write(async (repositories) => {
      const { seances } = repositories;
      const [deleted] = await seances.lockDeleted(visit.space.id, [id]);
      if (deleted?.deletedAt) {
        if (deleted.deletedAt < shiftInstant(now, -retentionDays * secondsPerDay))
          throw new Refusal('retention-passed');
        await seances.markRestored([id], now);
        await this.recorder.record(repositories, visit.actor, now, [
          { type: 'seance.restored', seance: deleted, data: outlineOf(deleted) },
        ]);
      }
      return seances.get(visit.space.id, id);
    });
    return this.views.one(visit, listed);
  }
}
