import type { Seance } from '../../domain/seance/seance.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { TrainingSession } from '../../ports/directory.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { SeanceRecord } from '../../ports/seance-repository.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import { outlineOf } from '../event/event-recorder.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { Transaction } from '../transactions.js';
import { blankSeance } from './blank-seance.js';
import { assertFree, type FieldOf } from './clash-guard.js';
import type { Choices, SeanceChoices } from './seance-choices.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceInput } from './seance-input.js';

/** A new séance as far as it is known before any transaction: what was written and chosen is still to be put into it. */
export interface Beginning {
  readonly session: TrainingSession;
  readonly settings: Settings;
  readonly now: Instant;
  readonly blank: Seance;
  readonly choices: Choices;
}

/** How every séance begins that is not there yet. */
export class NewSeances {
  constructor(
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
    private readonly readSettings: ReadSettings,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /**
   * @param sessionId the session named; the current one when undefined.
   * @throws Refusal `validation`, `not-found` (session), `no-session`
   */
  async begin(visit: Visit<'edit'>, sessionId: string | undefined, input: SeanceInput): Promise<Beginning> {
    const session = sessionOf(visit, sessionId);
    const settings = await this.readSettings.run(visit.platformId);
    const now = this.clock.now();
    const making = { visit, session, settings, now, id: this.ids.next() };
    const blank = blankSeance(input, { ...making, origin: 'space' });
    const choices = await this.choices.resolve(visit, session.id, input, blank);
    return { session, settings, now, blank, choices };
  }

  /**
   * Writes séances that are made together in the space of `visit`, with an event for each.
   *
   * @throws Refusal `trainer-busy`, `location-busy`
   */
  async add(
    transaction: Transaction,
    { actor, space, platformId }: Visit<'edit'>,
    seances: readonly Seance[],
    settings: Pick<Settings, 'clashes'>,
    fieldOf?: FieldOf,
  ): Promise<readonly SeanceRecord[]> {
    if (platformId !== '') await transaction.platforms.keep(space.id, platformId);
    const additions = seances.map((after) => ({ before: null, after }));
    await assertFree(transaction, settings, additions, fieldOf);
    const records = await this.drafts.records(transaction, seances);
    await transaction.seances.insert(records);
    await transaction.record(
      actor,
      transaction.now,
      seances.map((seance) => ({
        ...{ type: 'seance.created', seance },
        // Who is told that they are trainers of it.
        data: { ...outlineOf(seance), trainers: seance.trainers.map(({ id }) => id) },
      })),
    );
    return records;
  }
}
