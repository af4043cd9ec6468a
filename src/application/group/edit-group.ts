import { Refusal } from '../../domain/refusal.js';
import type { SeanceGroup } from '../../domain/group/group.js';
import type { Clock } from '../../ports/clock.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { differenceOf } from '../../domain/event/seance-event.js';
import type { EventRecorder } from '../event/event-recorder.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { ReadSettings } from '../settings/read-settings.js';

export interface GroupChanges {
  readonly name?: string;
  readonly limit?: number;
}

/** Renames a group of séances, changes its limit, or takes it away from them. */
export class EditGroup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledgers: PlaceLedgers,
    private readonly drafts: SeanceDrafts,
    private readonly readSettings: ReadSettings,
    private readonly recorder: EventRecorder,
    private readonly clock: Clock,
  ) {}

  /**
   * A higher limit lets those move up who waited for it.
   *
   * @throws Refusal `not-found`, `validation`: `name-taken`, or `limit-below-enrolled` when somebody is in more séances.
   */
  async run(visit: Visit<'edit'>, id: string, { name, limit }: GroupChanges): Promise<SeanceGroup> {
    const settings = await this.readSettings.run();
    return this.unitOfWork.write(async (repositories) => {
      const before = await locked(repositories, visit, id);
      const group = { ...before, name: name ?? before.name, limit: limit ?? before.limit };
      if (await repositories.groups.isNameTaken(group)) throw Refusal.field('name', 'name-taken');
      const most = await repositories.enrolments.mostInGroup(id);
      if (group.limit < before.limit && most > group.limit)
        throw Refusal.field('limit', 'limit-below-enrolled', { enrolled: most });
      await repositories.groups.update(group);
      const request = { spaceId: visit.space.id, groupIds: [id], settings, actor: visit.actor };
      const seanceIds = await repositories.seances.idsInGroup(id);
      await this.ledgers.with(repositories, { ...request, seanceIds }, (ledger) => ledger.settle());
      if (group.name !== before.name) {
        const all = await repositories.seances.idsInGroup(id, { alsoDeleted: true });
        await this.drafts.refresh(repositories, visit.space.id, all);
      }
      return group;
    });
  }

  /** Takes a group away; its séances stay, and no limit is in the way of who waits in them. @throws Refusal `not-found` */
  async remove(visit: Visit<'edit'>, id: string): Promise<void> {
    const settings = await this.readSettings.run();
    await this.unitOfWork.write(async (repositories) => {
      const group = await locked(repositories, visit, id);
      const seanceIds = await repositories.seances.idsInGroup(id);
      const request = { spaceId: visit.space.id, groupIds: [id], seanceIds, settings, actor: visit.actor };
      await this.ledgers.with(repositories, request, async (ledger) => {
        await this.ungroup(repositories, visit, seanceIds);
        for (const seanceId of seanceIds)
          ledger.reshape(seanceId, { ...ledger.placesOf(seanceId), groupId: null });
        await ledger.settle();
      });
      await repositories.groups.remove(group);
    });
  }

  private async ungroup(
    repositories: Repositories,
    { space, actor }: Visit<'edit'>,
    seanceIds: readonly string[],
  ): Promise<void> {
    const now = this.clock.now();
    const before = await repositories.seances.lock(space.id, seanceIds);
    const after = before.map((seance) => ({
      ...seance,
      groupId: null,
      version: seance.version + 1,
      updatedAt: now,
    }));
    await repositories.seances.update(await this.drafts.records(repositories, after));
    await this.recorder.record(
      repositories,
      actor,
      now,
      before.map((seance, index) => ({
        type: 'seance.edited',
        seance,
        data: { ...differenceOf(seance, after[index] ?? seance) },
      })),
    );
  }
}

/** @throws Refusal `not-found` when the space has no such group. */
async function locked({ groups }: Repositories, { space }: Visit<'edit'>, id: string): Promise<SeanceGroup> {
  const [group] = await groups.lock([id]);
  if (group?.spaceId !== space.id) throw new Refusal('not-found');
  return group;
}
