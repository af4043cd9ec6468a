import type { SkippedDay } from '../../domain/repetition/plan.js';
import { type ClockChange, clockChangeOf, type Schedule } from '../../domain/time/schedule.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { ReadSettings } from '../settings/read-settings.js';
import { type ClashView, findClashes } from './clash-finder.js';
import type { RepetitionPlanner, RepetitionRequest } from './repetition-planner.js';

/** One copy to be. */
export interface OccurrencePreview extends Schedule {
  readonly name: string;
  readonly clockChange: ClockChange | null;
  readonly conflicts: readonly ClashView[];
}

/** What a repetition would make. A JSON value. */
export interface RepetitionPreview {
  readonly occurrences: readonly OccurrencePreview[];
  readonly skipped: readonly SkippedDay[];
}

/** Says what a repetition would make, and writes nothing. */
export class PreviewRepetition {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: RepetitionPlanner,
    private readonly readSettings: ReadSettings,
  ) {}

  /** @throws Refusal `not-found`, `validation`, `too-many-occurrences` */
  async run(visit: Visit<'edit'>, id: string, request: RepetitionRequest): Promise<RepetitionPreview> {
    const settings = await this.readSettings.run();
    return this.unitOfWork.read(async (repositories) => {
      const { seance } = await repositories.seances.get(visit.space.id, id);
      const { occurrences, skipped } = await this.planner.plan(repositories, seance, request, settings);
      const clashes = await findClashes(repositories, seance, occurrences, []);
      return {
        occurrences: occurrences.map(({ number, ...occurrence }, index) => ({
          ...occurrence,
          clockChange: clockChangeOf(occurrence),
          conflicts: clashes[index] ?? [],
        })),
        skipped,
      };
    });
  }
}
