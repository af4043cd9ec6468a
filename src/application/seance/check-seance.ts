import { Refusal } from '../../domain/refusal.js';
import type { Warning } from '../../domain/seance/warning.js';
import type { Scope } from '../../domain/series/series-scope.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { PreviewSeriesChange } from '../series/preview-series-change.js';
import type { NewSeances } from './new-seances.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceChanges } from './seance-input.js';
import { findWarnings, mostWarnings } from './warning-finder.js';

/** A séance that is being written. */
export interface SeanceCheck extends SeanceChanges {
  /** The séance that is edited; absent for a new one. */
  readonly id?: string | undefined;
}

/** Says what a séance that is being written would run into, and writes nothing. */
export class CheckSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly previewSeriesChange: PreviewSeriesChange,
    private readonly newSeances: NewSeances,
    private readonly drafts: SeanceDrafts,
  ) {}

  /**
   * @param sessionId the session of a new séance; the current one when undefined.
   * @param scope which séances of its series an edit is about.
   * @returns at most {@link mostWarnings}, by date.
   * @throws Refusal `validation`, `not-found`, `no-session`
   */
  async run(
    visit: Visit<'edit'>,
    sessionId: string | undefined,
    scope: Scope,
    { id, ...written }: SeanceCheck,
  ): Promise<readonly Warning[]> {
    if (id === undefined) return this.ofNew(visit, sessionId, written);
    const changes = await this.previewSeriesChange.run(visit, id, written, scope);
    return changes.flatMap(({ warnings }) => warnings).slice(0, mostWarnings);
  }

  private async ofNew(
    visit: Visit<'edit'>,
    sessionId: string | undefined,
    { name = '', start, end, ...rest }: SeanceChanges,
  ): Promise<readonly Warning[]> {
    if (start === undefined) throw Refusal.field('start', 'required');
    if (end === undefined) throw Refusal.field('end', 'required');
    const input = { ...rest, name, start, end };
    const { session, now, blank, choices } = await this.newSeances.begin(visit, sessionId, input);
    return this.unitOfWork.read(async (repositories) => {
      const drafted = await this.drafts.previewed(repositories, blank, input, choices);
      const planned = [{ ...drafted, id: null }];
      const { platformId } = visit;
      const around = { platformId, session, now, series: [], deletedPlaceId: null };
      const [findings] = await findWarnings(repositories, planned, around);
      return findings?.warnings ?? [];
    });
  }
}
