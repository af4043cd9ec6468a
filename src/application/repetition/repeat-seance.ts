import type { Origin, Seance } from '../../domain/seance/seance.js';
import type { Directory } from '../../ports/directory.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { asListed, type ListedSeance } from '../../ports/seance-repository.js';
import type { Visit } from '../access/space-access.js';
import { once } from '../once.js';
import type { NewSeances } from '../seance/new-seances.js';
import { lockWithSeries } from '../series/locked-series.js';
import type { SeanceView, SeanceViews } from '../seance/seance-view.js';
import type { Transaction, Transactions } from '../transactions.js';
import type { RepetitionPlanner, RepetitionRequest } from './repetition-planner.js';

/** How many of the new séances an answer shows. */
const shown = 100;

export interface RepetitionResult {
  readonly seriesId: string;
  readonly created: number;
  /** Of all copies, by date. */
  readonly copyIds: readonly string[];
  /** The first hundred, by date. */
  readonly items: readonly SeanceView[];
}

type Texts = Pick<Seance, 'description' | 'extraInfo'>;

/** What is remembered of a repetition that was done. */
interface Repeated {
  readonly seriesId: string;
  readonly created: number;
  readonly copyIds: readonly string[];
  /** Without the texts that all have in common: a hundred times the longest would be more than a database takes. */
  readonly first: readonly ListedSeance[];
  readonly texts: Texts;
}

export class RepeatSeance {
  constructor(
    private readonly transactions: Transactions,
    private readonly planner: RepetitionPlanner,
    private readonly newSeances: NewSeances,
    private readonly views: SeanceViews,
    private readonly directory: Directory,
  ) {}

  /**
   * Copies a séance onto every day of a rule: all copies or none. The source becomes the first of a series, or its
   * series goes on.
   *
   * @throws Refusal `not-found`, `validation`, `too-many-occurrences`, `trainer-busy`, `location-busy`,
   * `idempotency-key-reused`
   */
  async run(
    visit: Visit<'edit'>,
    id: string,
    request: RepetitionRequest,
    attempt?: AttemptKey,
  ): Promise<RepetitionResult> {
    const seen = await this.transactions.read(({ seances }) => seances.get(visit.space.id, id));
    const managed = await this.directory.isTrainingManager(seen.seance.sessionId, visit.actor.id);
    const origin = managed ? 'manager' : 'space';
    const { first, texts, ...repeated } = await this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, () => this.copy(transaction, visit, id, request, origin)),
    );
    const listed = first.map((one) => withTexts(one, texts));
    const items = await this.views.of(visit, seen.seance.sessionId, listed);
    return { ...repeated, items };
  }

  private async copy(
    transaction: Transaction,
    visit: Visit<'edit'>,
    id: string,
    request: RepetitionRequest,
    origin: Origin,
  ): Promise<Repeated> {
    const settings = await transaction.settingsInForce(visit.platformId);
    const { target: source, members } = await lockWithSeries(transaction, visit.space.id, id, 'all');
    const by = { origin, createdBy: visit.actor.id };
    const repeated = { source, series: members, by };
    const platform = { platformId: visit.platformId, settings };
    const { seriesId, copies } = await this.planner.copies(transaction, repeated, request, platform);
    const records = await this.newSeances.add(transaction, visit, copies, settings, () => ['weekdays']);
    if (source.seriesId === null) await transaction.seances.startSeries(source.id, seriesId);
    const { description, extraInfo } = source;
    const first = records
      .slice(0, shown)
      .map((record) => withTexts(asListed(record), { description: '', extraInfo: '' }));
    const copyIds = copies.map((copy) => copy.id);
    return { seriesId, created: copies.length, copyIds, first, texts: { description, extraInfo } };
  }
}

function withTexts(listed: ListedSeance, texts: Texts): ListedSeance {
  return { ...listed, seance: { ...listed.seance, ...texts } };
}
