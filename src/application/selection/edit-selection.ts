import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { LostRace } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { PlaceLedgers } from '../enrolment/place-ledgers.js';
import { once } from '../once.js';
import { applyChanges } from '../seance/apply-changes.js';
import type { SeanceChoices } from '../seance/seance-choices.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { Transactions } from '../transactions.js';
import { lockChosen, readChosen } from './chosen-seances.js';
import { asSent, changeSelection, choicesFor, type SelectionEdit } from './selection-edit.js';

/** Changes several séances that were chosen one by one: all or none. */
export class EditSelection {
  constructor(
    private readonly transactions: Transactions,
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
    private readonly ledgers: PlaceLedgers,
  ) {}

  /**
   * @returns how many were edited.
   * @throws Refusal `not-found` that points at each id that is not a séance of the space, `validation`,
   * `capacity-below-enrolled`, `trainer-busy`, `location-busy`, `idempotency-key-reused`; they name the séances.
   */
  async run(visit: Visit<'edit'>, edit: SelectionEdit, attempt?: AttemptKey): Promise<number> {
    const { ids, changes } = edit;
    return asSent(async () => {
      const seen = await this.transactions.read((repositories) =>
        readChosen(repositories, visit.space.id, ids),
      );
      const choices = await choicesFor(this.choices, visit, seen, changes);
      const { platformId, actor } = visit;
      const request = { platformId, spaceId: visit.space.id, seanceIds: ids, actor };
      return this.transactions.write((transaction) =>
        once(transaction, attempt, transaction.now, () =>
          this.ledgers.with(transaction, request, async (ledger) => {
            const seances = await lockChosen(transaction, visit.space.id, ids);
            if (!seances.every(({ id }) => ledger.has(id))) throw new LostRace();
            const changed = changeSelection(this.drafts, seances, changes, choices);
            for (const [sessionId, chosen] of choices) {
              const seance = seances.find((one) => one.sessionId === sessionId);
              if (seance) await this.drafts.keepPlace(transaction, seance, chosen);
            }
            await applyChanges(transaction, ledger, this.drafts, {
              ...{ visit, changed, everybody: [], isOfSeveral: true },
            });
            return changed.length;
          }),
        ),
      );
    });
  }
}
