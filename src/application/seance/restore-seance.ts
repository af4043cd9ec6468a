import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Settings } from '../../domain/settings.js';
import { shiftInstant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import { LostRace, type Repositories, type UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { PlaceLedger } from '../enrolment/place-ledger.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { type EventRecorder, outlineOf } from '../event/event-recorder.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

const secondsPerDay = 24 * 60 * 60;
const enrolmentsAtATime = 500;

/** A séance that is back. */
export interface RestoredSeance {
  readonly view: SeanceView;
  /** How many of its learners wait now: they have taken a place in another séance of the group meanwhile. */
  readonly displaced: number;
}

/** Undoes a deletion. Restoring what is not deleted changes nothing. */
export class RestoreSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: SeanceDrafts,
    private readonly views: SeanceViews,
    private readonly ledgers: PlaceLedgers,
    private readonly readSettings: ReadSettings,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `retention-passed` when it was deleted too long ago. */
  async run(visit: Visit, id: string): Promise<RestoredSeance> {
    const settings = await this.readSettings.run();
    const { listed, displaced } = await this.unitOfWork.write(async (repositories) => {
      const [deleted] = await repositories.seances.findDeleted(visit.space.id, [id]);
      const count = deleted ? await this.restore(repositories, visit, deleted, settings) : 0;
      return { listed: await repositories.seances.get(visit.space.id, id), displaced: count };
    });
    return { view: await this.views.one(visit, listed), displaced };
  }

  private async restore(
    repositories: Repositories,
    visit: Visit,
    seen: Seance,
    settings: Settings,
  ): Promise<number> {
    const now = this.clock.now();
    const { groupId } = seen;
    const [group] = groupId === null ? [] : await repositories.groups.lock([groupId]);
    const [deleted] = await repositories.seances.lockDeleted(visit.space.id, [seen.id]);
    if (!deleted) throw new LostRace();
    if ((deleted.deletedAt ?? now) < shiftInstant(now, -settings.retentionDays * secondsPerDay))
      throw new Refusal('retention-passed');
    await repositories.seances.markRestored([seen.id], now);
    if (groupId !== null && !group) await this.ungroup(repositories, visit, seen.id);
    await this.recorder.record(repositories, visit.actor, now, [
      { type: 'seance.restored', seance: deleted, data: outlineOf(deleted) },
    ]);
    const groupIds = group ? [group.id] : [];
    const request = { spaceId: visit.space.id, seanceIds: [seen.id], groupIds, settings, actor: visit.actor };
    return this.ledgers.with(repositories, request, async (ledger) => {
      const displaced = group ? await displace(repositories, ledger, seen.id) : 0;
      await ledger.settle();
      return displaced;
    });
  }

  /** Its group was removed while it was deleted. */
  private async ungroup(repositories: Repositories, { space }: Visit, id: string): Promise<void> {
    const seances = await repositories.seances.lock(space.id, [id]);
    const alone = seances.map((seance) => ({ ...seance, groupId: null }));
    await repositories.seances.update(await this.drafts.records(repositories, alone));
  }
}

/** Puts those into the queue who have no room left in the group, and says how many. */
async function displace(
  { enrolments }: Repositories,
  ledger: PlaceLedger,
  seanceId: string,
): Promise<number> {
  let displaced = 0;
  for (let turn = 0; ;) {
    const some = await enrolments.allAfter(seanceId, turn, enrolmentsAtATime);
    const last = some.at(-1);
    if (!last) return displaced;
    turn = last.turn;
    for (const enrolment of some) {
      if (enrolment.status !== 'enrolled' || !(await ledger.isOverLimit(enrolment))) continue;
      ledger.demote(enrolment);
      displaced += 1;
    }
  }
}
