import { keptUntil } from '../../domain/attendance/retention.js';
import type { Named } from '../../domain/event/seance-event.js';
import { restorableSince, restorableUntil } from '../../domain/deletion/retention.js';
import type { Cancellation } from '../../domain/seance/cancellation.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant, Schedule } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { Deletion } from '../../ports/deletion-repository.js';
import type { PageOf, PageRequest } from '../../domain/page.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { ReadSettings } from '../settings/read-settings.js';

/** As many séances of a deletion as a reader looks through: all of them are restored together. */
const seancesEach = 100;

/** A séance in the bin. */
export interface DeletedSeanceView extends Schedule {
  readonly id: string;
  readonly sessionId: string;
  readonly name: string;
  readonly seriesId: string | null;
  readonly cancelled: Cancellation | null;
  /** Until when it is kept, restorable or not, since half-days of it were signed; null when they were not. */
  readonly keptUntil: Instant | null;
}

/** What was deleted at once. A JSON value. */
export interface DeletionView {
  readonly id: string;
  readonly deletedAt: Instant;
  /** With the name that they had then; null when they are forgotten. */
  readonly deletedBy: Named | null;
  readonly restorableUntil: Instant;
  readonly count: number;
  readonly seances: readonly DeletedSeanceView[];
}

/** The bin of a space: what can still be restored. */
export class ListDeletions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  /** The latest deletions first. */
  async run({ space, platformId }: Visit<'edit'>, page: PageRequest): Promise<PageOf<DeletionView>> {
    const { retentionDays, attendanceRetentionDays } = await this.readSettings.run(platformId);
    const since = restorableSince(this.clock.now(), retentionDays);
    return this.unitOfWork.read(async ({ deletions, events, attendanceRetention }) => {
      const { items, total } = await deletions.list({ ...page, spaceId: space.id, since, seancesEach });
      const firsts = items.flatMap(({ seances }) => seances[0]?.id ?? []);
      const recorded = await events.latest(space.id, firsts, 'seance.deleted');
      const shown = items.flatMap(({ seances }) => seances.map(({ id }) => id));
      const signed = await attendanceRetention.signedAmong(shown);
      const kept = new Map([...signed].map(([id, at]) => [id, keptUntil(at, attendanceRetentionDays)]));
      const views = items.map((deletion) => {
        const actor = recorded.get(deletion.seances[0]?.id ?? '')?.actor;
        const deletedBy = actor?.id ? actor : null;
        return viewOf(deletion, deletedBy, restorableUntil(deletion.at, retentionDays), kept);
      });
      return { items: views, total };
    });
  }
}

function viewOf(
  { id, at, count, seances }: Deletion,
  deletedBy: Named | null,
  until: Instant,
  kept: ReadonlyMap<string, Instant>,
): DeletionView {
  return {
    ...{ id, deletedAt: at, deletedBy, restorableUntil: until, count },
    seances: seances.map((seance) => outline(seance, kept.get(seance.id) ?? null)),
  };
}

function outline(seance: Seance, kept: Instant | null): DeletedSeanceView {
  const { id, sessionId, name, start, end, timeZone, startsAt, endsAt, seriesId, cancelled } = seance;
  const when = { start, end, timeZone, startsAt, endsAt };
  return { id, sessionId, name, ...when, seriesId, cancelled, keptUntil: kept };
}
