import type { Clock } from '../../ports/clock.js';
import type { Directory } from '../../ports/directory.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { asListed, type ListedSeance } from '../../ports/seance-repository.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import { outlineOf } from '../event/event-recorder.js';
import { once } from '../once.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { Transactions } from '../transactions.js';
import { assertFree } from './clash-guard.js';
import { blankSeance } from './blank-seance.js';
import type { SeanceChoices } from './seance-choices.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceInput } from './seance-input.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

export class CreateSeance {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
    private readonly views: SeanceViews,
    private readonly readSettings: ReadSettings,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates a séance in the session named, or in the current one.
   *
   * @throws Refusal `validation`, `not-found` (session), `no-session`, `trainer-busy`, `location-busy`,
   * `idempotency-key-reused`
   */
  async run(
    visit: Visit<'edit'>,
    sessionId: string | undefined,
    input: SeanceInput,
    attempt?: AttemptKey,
  ): Promise<SeanceView> {
    const session = sessionOf(visit, sessionId);
    const settings = await this.readSettings.run();
    const managed = await this.directory.isTrainingManager(session.id, visit.actor.id);
    const origin = managed ? 'manager' : 'space';
    const making = { visit, session, settings, now: this.clock.now(), id: this.ids.next() };
    const blank = blankSeance(input, { ...making, origin });
    const choices = await this.choices.resolve(session.id, input, blank);
    const created = await this.transactions.write((transaction) =>
      once(transaction, attempt, blank.createdAt, async () => {
        const seance = await this.drafts.edited(transaction, blank, input, choices);
        await assertFree(transaction, settings, [{ before: null, after: seance }]);
        const records = await this.drafts.records(transaction, [seance]);
        await transaction.seances.insert(records);
        await transaction.record(visit.actor, seance.createdAt, [
          { type: 'seance.created', seance, data: outlineOf(seance) },
        ]);
        return records.map(asListed)[0] as ListedSeance;
      }),
    );
    return this.views.one(visit, created);
  }
}
