import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { membersOf } from '../series/locked-series.js';
import type { ReadSettings } from '../settings/read-settings.js';
import type { SeanceChoices } from '../seance/seance-choices.js';
import type { RepetitionPlanner, RepetitionRequest } from './repetition-planner.js';
import { previewOf, type RepetitionPreview } from './repetition-preview.js';

/** Says what a repetition would make, and writes nothing. */
export class PreviewRepetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: RepetitionPlanner,
    private readonly choices: SeanceChoices,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `validation`, `too-many-occurrences` */
  async run(visit: Visit<'edit'>, id: string, request: RepetitionRequest): Promise<RepetitionPreview> {
    const { platformId } = visit;
    const settings = await this.readSettings.run(platformId);
    const { seance } = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    const deletedPlaceId = await this.choices.deletedPlaceOf(visit, seance);
    return this.unitOfWork.read(async (repositories) => {
      const series = await membersOf(repositories, seance);
      const plan = await this.planner.plan(repositories, seance, series, request, { platformId, settings });
      const session = visit.sessions.find(({ id: sessionId }) => sessionId === seance.sessionId);
      const around = { platformId, session, now: this.clock.now(), series, deletedPlaceId };
      return previewOf(repositories, seance, plan, around);
    });
  }
}
