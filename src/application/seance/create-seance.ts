import { Refusal } from '../../domain/refusal.js';
import type { Seance } from '../../domain/seance/seance.js';
import { blankContent } from '../../domain/seance/seance-content.js';
import type { Settings } from '../../domain/settings/settings.js';
import { schedule } from '../../domain/time/schedule.js';
import { parseTimeZone, type TimeZone } from '../../domain/time/time-zone.js';
import type { Clock } from '../../ports/clock.js';
import type { Directory, TrainingSession } from '../../ports/directory.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import { asListed, type ListedSeance } from '../../ports/seance-repository.js';
import { sessionOf, type Visit } from '../access/space-access.js';
import { outlineOf } from '../event/event-recorder.js';
import { once } from '../once.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { Transactions } from '../transactions.js';
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
   * @throws Refusal `validation`, `not-found` (session), `no-session`, `idempotency-key-reused`
   */
  async run(
    visit: Visit<'edit'>,
    sessionId: string | undefined,
    input: SeanceInput,
    attempt?: AttemptKey,
  ): Promise<SeanceView> {
    const session = sessionOf(visit, sessionId);
    const settings = await this.readSettings.run();
    const blank = await this.blank(visit, session, input, settings);
    const choices = await this.choices.resolve(session.id, input, blank);
    const created = await this.transactions.write((transaction) =>
      once(transaction, attempt, blank.createdAt, async () => {
        const seance = await this.drafts.edited(transaction, blank, input, choices);
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

  private async blank(
    visit: Visit<'edit'>,
    session: TrainingSession,
    input: SeanceInput,
    settings: Settings,
  ): Promise<Seance> {
    const now = this.clock.now();
    const managed = await this.directory.isTrainingManager(session.id, visit.actor.id);
    return {
      ...schedule(input.start, input.end, input.timeZone ?? zoneOf(session, settings)),
      id: this.ids.next(),
      spaceId: visit.space.id,
      sessionId: session.id,
      ...blankContent(input.name, settings),
      origin: managed ? 'manager' : 'space',
      seriesId: null,
      seriesNumber: null,
      ownFields: [],
      version: 1,
      createdBy: visit.actor.id,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    };
  }
}

/** The zone of séances that say nothing of it: the session's, else the platform's. */
function zoneOf(session: TrainingSession, settings: Settings): TimeZone {
  const zone = parseTimeZone(session.timeZone ?? settings.defaultTimeZone);
  if (!zone) throw new Refusal('unavailable', [], `No zone data for the time zone of session ${session.id}.`);
  return zone;
}
