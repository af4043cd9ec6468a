import type { ChangedSeance } from '../../domain/series/series-change.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { SeanceChoices } from '../seance/seance-choices.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import { type Findings, findWarnings } from '../seance/warning-finder.js';
import { previewOf, type SeriesChangePreview } from '../series/preview-series-change.js';
import { readChosen } from './chosen-seances.js';
import { asSent, changeSelection, choicesFor, type SelectionEdit } from './selection-edit.js';

/** Says what an edit of séances that were chosen one by one would do, and writes nothing. */
export class PreviewSelection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
    private readonly clock: Clock,
  ) {}

  /** @returns by start. @throws Refusal `not-found`, `validation` */
  async run(visit: Visit<'edit'>, { ids, changes }: SelectionEdit): Promise<readonly SeriesChangePreview[]> {
    return asSent(async () => {
      const seances = await this.unitOfWork.read((repositories) =>
        readChosen(repositories, visit.space.id, ids),
      );
      const choices = await choicesFor(this.choices, visit, seances, changes);
      const changed = changeSelection(this.drafts, seances, changes, choices);
      const findings = await this.findings(visit, changed);
      return changed.map(({ before, after }, index) => ({
        ...previewOf(before, after, findings[index] as Findings),
        kept: [],
      }));
    });
  }

  /** Two of them are of the same series only where they are: not because both were chosen. */
  private async findings(
    visit: Visit<'edit'>,
    changed: readonly ChangedSeance[],
  ): Promise<readonly Findings[]> {
    const after = changed.map((one) => one.after);
    const seriesOf = new Map(after.map(({ id, seriesId }) => [id, seriesId]));
    const session = visit.sessions.find(({ id }) => id === after[0]?.sessionId);
    const { platformId } = visit;
    const around = { platformId, session, now: this.clock.now(), series: [], deletedPlaceId: null };
    const found = await this.unitOfWork.read((repositories) => findWarnings(repositories, after, around));
    return found.map(({ warnings, ...same }, index) => ({
      ...same,
      warnings: warnings.filter(({ code, seance }) => {
        const seriesId = after[index]?.seriesId ?? null;
        return code !== 'same-series' || (seriesId !== null && seriesOf.get(seance?.id ?? '') === seriesId);
      }),
    }));
  }
}
