import { within } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Directory } from '../../ports/directory.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { asListed, type ListedSeance } from '../../ports/seance-repository.js';
import type { Visit } from '../access/space-access.js';
import { once } from '../once.js';
import type {
  Copies,
  PlatformRules,
  RepetitionPlanner,
  RepetitionRequest,
} from '../repetition/repetition-planner.js';
import type { Transaction, Transactions } from '../transactions.js';
import type { NewSeances } from './new-seances.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceInput } from './seance-input.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

/** A séance that is to be created, and how it is repeated at once; absent for one on its own. */
export interface SeanceCreation extends SeanceInput {
  readonly repetition?: RepetitionRequest | undefined;
}

export interface CreatedSeance extends SeanceView {
  /** How many copies were made of it; absent when none were asked for. */
  readonly created?: number;
  /** Of these, by date. */
  readonly copyIds?: readonly string[];
}

/** What is remembered of a creation that was done. */
type Creation = ListedSeance & Pick<CreatedSeance, 'created' | 'copyIds'>;

export class CreateSeance {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly drafts: SeanceDrafts,
    private readonly newSeances: NewSeances,
    private readonly planner: RepetitionPlanner,
    private readonly views: SeanceViews,
  ) {}

  /**
   * Creates a séance in the session named, or in the current one; with a repetition its copies too: all or nothing.
   *
   * @throws Refusal `validation`, `not-found` (session), `no-session`, `trainer-busy`, `location-busy`,
   * `too-many-occurrences`, `idempotency-key-reused`
   */
  async run(
    visit: Visit<'edit'>,
    sessionId: string | undefined,
    { repetition, ...input }: SeanceCreation,
    attempt?: AttemptKey,
  ): Promise<CreatedSeance> {
    const { session, settings, blank, choices } = await this.newSeances.begin(visit, sessionId, input);
    const managed = await this.directory.isTrainingManager(session.id, visit.actor.id);
    const origin = managed ? 'manager' : 'space';
    const { created, copyIds, ...listed } = await this.transactions.write((transaction) =>
      once(transaction, attempt, blank.createdAt, async () => {
        const seance = await this.drafts.edited(transaction, { ...blank, origin }, input, choices);
        return this.add(transaction, visit, seance, repetition, settings);
      }),
    );
    return {
      ...(await this.views.one(visit, listed)),
      ...(created !== undefined && { created }),
      ...(copyIds && { copyIds }),
    };
  }

  private async add(
    transaction: Transaction,
    visit: Visit<'edit'>,
    seance: Seance,
    repetition: RepetitionRequest | undefined,
    settings: Settings,
  ): Promise<Creation> {
    const platform = { platformId: visit.platformId, settings };
    const series = repetition && (await this.copiesOf(transaction, seance, repetition, platform));
    const first = { ...seance, seriesId: series?.seriesId ?? null };
    const seances = [first, ...(series?.copies ?? [])];
    const records = await this.newSeances.add(transaction, visit, seances, settings, ({ id }) =>
      id === first.id ? undefined : ['repetition', 'weekdays'],
    );
    const [listed] = records.map(asListed);
    return {
      ...(listed as ListedSeance),
      ...(series && { created: series.copies.length, copyIds: series.copies.map(({ id }) => id) }),
    };
  }

  private copiesOf(
    transaction: Transaction,
    source: Seance,
    repetition: RepetitionRequest,
    platform: PlatformRules,
  ): Promise<Copies> {
    const repeated = { source, series: [source], by: source };
    return within('repetition', () => this.planner.copies(transaction, repeated, repetition, platform));
  }
}
