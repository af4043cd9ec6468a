import { within } from '../../domain/refusal.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { NewSeances } from '../seance/new-seances.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { SeanceInput } from '../seance/seance-input.js';
import type { RepetitionPlanner, RepetitionRequest } from './repetition-planner.js';
import { previewOf, type RepetitionPreview } from './repetition-preview.js';

/** A séance that is being written, and how it is to be repeated. */
export interface RepeatedDraft extends Omit<SeanceInput, 'name'> {
  /** Absent while nobody has thought of one. */
  readonly name?: string | undefined;
  readonly repetition: RepetitionRequest;
}

/** Says which copies a séance would be created with, and writes nothing. */
export class PreviewRepeatedCreation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly planner: RepetitionPlanner,
    private readonly newSeances: NewSeances,
    private readonly drafts: SeanceDrafts,
  ) {}

  /**
   * @param sessionId the session of the séance; the current one when undefined.
   * @throws Refusal `validation`, `not-found` (session), `no-session`, `too-many-occurrences`
   */
  async run(
    visit: Visit<'edit'>,
    sessionId: string | undefined,
    { repetition, name = '', ...written }: RepeatedDraft,
  ): Promise<RepetitionPreview> {
    const input = { ...written, name };
    const beginning = await this.newSeances.begin(visit, sessionId, input);
    const { session, settings, now, blank, choices } = beginning;
    const { platformId } = visit;
    return this.unitOfWork.read(async (repositories) => {
      const source = await this.drafts.previewed(repositories, blank, input, choices);
      const plan = await within('repetition', () =>
        this.planner.plan(repositories, source, [source], repetition, { platformId, settings }),
      );
      const around = { platformId, session, now, series: [], deletedPlaceId: null };
      return previewOf(repositories, source, plan, around, [source]);
    });
  }
}
