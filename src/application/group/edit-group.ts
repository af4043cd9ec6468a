import { settle } from '../../domain/enrolment/promotion.js';
import { ungroup } from '../../domain/enrolment/reshaping.js';
import { Refusal } from '../../domain/refusal.js';
import type { SeanceGroup } from '../../domain/group/group.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { differenceOf } from '../../domain/event/seance-event.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { Transaction, Transactions } from '../transactions.js';

export interface GroupChanges {
  readonly name?: string;
  readonly limit?: number;
}

/** Renames a group of séances, changes its limit, or takes it away from them. */
export class EditGroup {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledgers: PlaceLedgers,
    private readonly drafts: SeanceDrafts,
  ) {}

  /**
   * A higher limit lets those move up who waited for it.
   *
   * @throws Refusal `not-found`, `validation`: `name-taken`, or `limit-below-enrolled` when somebody is in more séances.
   */
  async run(visit: Visit<'edit'>, id: string, { name, limit }: GroupChanges): Promise<SeanceGroup> {
    return this.transactions.write(async (transaction) => {
      const before = await locked(transaction, visit, id);
      const group = { ...before, name: name ?? before.name, limit: limit ?? before.limit };
      if (await transaction.groups.isNameTaken(group)) throw Refusal.field('name', 'name-taken');
      const most = await transaction.enrolments.mostInGroup(id);
      if (group.limit < before.limit && most > group.limit)
        throw Refusal.field('limit', 'limit-below-enrolled', { enrolled: most });
      await transaction.groups.update(group);
      const { platformId, actor } = visit;
      const request = { platformId, spaceId: visit.space.id, groupIds: [id], actor };
      const seanceIds = await transaction.seances.idsInGroup(id);
      await this.ledgers.with(transaction, { ...request, seanceIds }, (ledger) => ledger.carryOut(settle));
      if (group.name !== before.name) {
        const all = await transaction.seances.idsInGroup(id, { alsoDeleted: true });
        await this.drafts.refresh(transaction, visit.space.id, all);
      }
      return group;
    });
  }

  /** Takes a group away; its séances stay, and no limit is in the way of who waits in them. @throws Refusal `not-found` */
  async remove(visit: Visit<'edit'>, id: string): Promise<void> {
    await this.transactions.write(async (transaction) => {
      const group = await locked(transaction, visit, id);
      const seanceIds = await transaction.seances.idsInGroup(id);
      const { platformId, actor } = visit;
      const request = { platformId, spaceId: visit.space.id, groupIds: [id], seanceIds, actor };
      await this.ledgers.with(transaction, request, async (ledger) => {
        await this.ungroup(transaction, visit, seanceIds);
        await ledger.carryOut((seats) => ungroup(seats, seanceIds));
        await ledger.carryOut(settle);
      });
      await transaction.groups.remove(group);
    });
  }

  private async ungroup(
    transaction: Transaction,
    { space, actor }: Visit<'edit'>,
    seanceIds: readonly string[],
  ): Promise<void> {
    const { now } = transaction;
    const before = await transaction.seances.lock(space.id, seanceIds);
    const after = before.map((seance) => ({
      ...seance,
      groupId: null,
      version: seance.version + 1,
      updatedAt: now,
    }));
    await transaction.seances.update(await this.drafts.records(transaction, after));
    await transaction.record(
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
