import { differenceIn } from '../../domain/event/seance-event.js';
import { schedule } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { StoredSchedule } from '../../ports/platform-seance-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { EventRecorder, Fact } from '../event/event-recorder.js';

const batchSize = 500;

/** A séance whose instants were not those that its wall time and zone give now. */
export interface MovedSeance {
  readonly before: StoredSchedule;
  readonly after: StoredSchedule;
}

export interface Recomputation {
  /** How many séances were looked at. */
  readonly checked: number;
  readonly moved: readonly MovedSeance[];
}

/**
 * Computes the instants of séances that have not ended from their wall times and zones again, after the rules of a
 * zone have changed. What is right already is left alone: running it twice, or in two processes, does no harm. Each
 * move is an edit of the plugin's own.
 */
export class RecomputeInstants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @param recorder writes down each move; null to only report what would move. */
  async run(recorder: EventRecorder | null): Promise<Recomputation> {
    const moved: MovedSeance[] = [];
    let checked = 0;
    for (let afterId = ''; ;) {
      const batch = await this.batch(afterId, recorder);
      checked += batch.size;
      moved.push(...batch.moved);
      if (batch.lastId === undefined) return { checked, moved };
      afterId = batch.lastId;
    }
  }

  private async batch(afterId: string, recorder: EventRecorder | null) {
    const now = this.clock.now();
    return this.unitOfWork.write(async (repositories) => {
      const { platformSeances } = repositories;
      const stored = await platformSeances.lockSchedules(now, afterId, batchSize);
      const moved = stored.flatMap((before): MovedSeance[] => {
        const after = { ...before, ...schedule(before.start, before.end, before.timeZone) };
        return after.startsAt === before.startsAt && after.endsAt === before.endsAt
          ? []
          : [{ before, after }];
      });
      if (recorder && moved.length > 0) {
        await platformSeances.moveSchedules(
          moved.map(({ after }) => after),
          now,
        );
        await recorder.record(repositories, null, now, moved.map(factOf));
      }
      return { size: stored.length, moved, lastId: stored.at(-1)?.id };
    });
  }
}

function factOf({ before, after }: MovedSeance): Fact {
  const data = { ...differenceIn(['startsAt', 'endsAt'], before, after) };
  return { type: 'seance.edited', seance: before, data };
}
