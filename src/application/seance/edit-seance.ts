import { changeSeries } from '../../domain/series/series-change.js';
import { assertVersionInScope, type Scope } from '../../domain/series/series-scope.js';
import type { Learner } from '../../domain/enrolment/enrolment.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Directory } from '../../ports/directory.js';
import { LostRace } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { wholeList } from '../page-walk.js';
import type { PlaceLedger } from '../enrolment/place-ledger.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import type { Transaction, Transactions } from '../transactions.js';
import { applyChanges } from './apply-changes.js';
import type { Choices, SeanceChoices } from './seance-choices.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceChanges } from './seance-input.js';
import { idsInReach, lockWithSeries } from '../series/locked-series.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

/** An edit, with what was looked up for it before its transaction. */
interface Edit {
  readonly visit: Visit<'edit'>;
  readonly id: string;
  readonly changes: SeanceChanges;
  readonly scope: Scope;
  readonly expectedVersions: readonly number[] | undefined;
  readonly choices: Choices;
  /** The learners of the session, when the edit may need them. */
  readonly everybody: readonly Learner[];
}

export class EditSeance {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
    private readonly views: SeanceViews,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * Changes what `changes` names of a séance, and of those of its series that are in `scope`, and nothing else.
   *
   * @param expectedVersions the versions of the séance that may be changed; any when undefined.
   * @returns the séance itself.
   * @throws Refusal `not-found`, `validation`, `stale` when the séance has another version than those,
   * `capacity-below-enrolled`, `group-limit`, `trainer-busy`, `location-busy`, and `seance-started` when a séance would
   * become automatic that has begun with people enrolled.
   */
  async run(
    visit: Visit<'edit'>,
    id: string,
    changes: SeanceChanges,
    scope: Scope,
    expectedVersions?: readonly number[],
  ): Promise<SeanceView> {
    const { seance: seen } = await this.transactions.read(({ seances }) => seances.get(visit.space.id, id));
    assertVersionInScope(seen, expectedVersions, scope);
    const choices = await this.choices.resolve(visit, seen.sessionId, changes, seen);
    const everybody = await this.everybody(seen, changes, scope);
    const edit = { visit, id, changes, scope, expectedVersions, choices, everybody };
    const listed = await this.transactions.write(async (transaction) => {
      const groupId = await this.drafts.groupOf(transaction, seen, changes);
      const request = {
        platformId: visit.platformId,
        spaceId: visit.space.id,
        seanceIds: await idsInReach(transaction, seen, scope),
        groupIds: groupId === null ? [] : [groupId],
        actor: visit.actor,
      };
      await this.ledgers.with(transaction, request, (ledger) =>
        this.edit(transaction, ledger, edit, groupId),
      );
      return transaction.seances.get(visit.space.id, id);
    });
    return this.views.one(visit, listed);
  }

  private async edit(
    transaction: Transaction,
    ledger: PlaceLedger,
    { visit, id, changes, scope, expectedVersions, choices, everybody }: Edit,
    groupId: string | null,
  ): Promise<void> {
    const { target, members } = await lockWithSeries(transaction, visit.space.id, id, scope);
    if (!members.every((member) => ledger.has(member.id))) throw new LostRace();
    assertVersionInScope(target, expectedVersions, scope);
    const staysInGroup = changes.groupName === undefined && changes.groupId === undefined;
    const grouped = staysInGroup ? changes : { ...withoutGroup(changes), groupId };
    const edited = await this.drafts.edited(transaction, target, grouped, choices);
    const changed = changeSeries(target, edited, members, scope, transaction.newId());
    await applyChanges(transaction, ledger, this.drafts, {
      ...{ visit, changed, everybody, isOfSeveral: scope !== 'this' },
    });
  }

  /** Asked only when a séance may stop being automatic: then everybody who was in stays in. */
  private async everybody(
    seen: Seance,
    { enrolmentMode }: SeanceChanges,
    scope: Scope,
  ): Promise<readonly Learner[]> {
    const mayLeave = enrolmentMode !== undefined && enrolmentMode !== 'automatic';
    if (!mayLeave || (seen.enrolmentMode !== 'automatic' && scope === 'this')) return [];
    const { items } = await wholeList((page) => this.directory.learners(seen.sessionId, page));
    return items;
  }
}

function withoutGroup({ groupName: _name, groupId: _id, ...changes }: SeanceChanges): SeanceChanges {
  return changes;
}
