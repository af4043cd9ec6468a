import { changeSeries, keptFields } from '../../domain/series/series-change.js';
import type { Scope } from '../../domain/series/series-scope.js';
import type { OwnField } from '../../domain/seance/seance-content.js';
import type { Seance } from '../../domain/seance/seance.js';
import { type ClockChange, clockChangeOf, type Schedule } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { SeanceChoices } from '../seance/seance-choices.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { SeanceChanges } from '../seance/seance-input.js';
import { type Findings, findWarnings } from '../seance/warning-finder.js';
import { membersOf } from './locked-series.js';

/** What a change of a series would do to one of its séances. A JSON value. */
export interface SeriesChangePreview extends Schedule, Findings {
  readonly id: string;
  readonly name: string;
  /** As it is now. */
  readonly before: Pick<Schedule, 'start' | 'end'> & { readonly name: string };
  /** What it keeps because it was changed by hand. */
  readonly kept: readonly OwnField[];
  readonly clockChange: ClockChange | null;
  /** Name of the first closed day on which it would fall; null for none. */
  readonly closedDay: string | null;
}

/** Says what an edit of a séance or of its series would do, and writes nothing. */
export class PreviewSeriesChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `validation` */
  async run(
    visit: Visit<'edit'>,
    id: string,
    changes: SeanceChanges,
    scope: Scope,
  ): Promise<readonly SeriesChangePreview[]> {
    const { seance: target } = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    const choices = await this.choices.resolve(visit, target.sessionId, changes, target);
    const deletedPlaceId = await this.choices.deletedPlaceOf(visit, target);
    return this.unitOfWork.read(async (repositories) => {
      const members = await membersOf(repositories, target);
      const edited = await this.drafts.previewed(repositories, target, changes, choices);
      const changed = changeSeries(target, edited, members, scope, '');
      const after = changed.map((one) => one.after);
      const session = visit.sessions.find(({ id: sessionId }) => sessionId === target.sessionId);
      const { platformId } = visit;
      const around = { platformId, session, now: this.clock.now(), series: members, deletedPlaceId };
      const findings = await findWarnings(repositories, after, around);
      return changed.map(({ before, after: one }, index) => ({
        ...previewOf(before, one, findings[index] as Findings),
        kept: keptFields(before, target, edited),
      }));
    });
  }
}

/** What there is to know of one séance that an edit changes. */
export function previewOf(
  before: Seance,
  { id, name, start, end, timeZone, startsAt, endsAt }: Seance,
  findings: Findings,
): Omit<SeriesChangePreview, 'kept'> {
  const when = { start, end, timeZone, startsAt, endsAt };
  return {
    id,
    name,
    ...when,
    before: { name: before.name, start: before.start, end: before.end },
    clockChange: clockChangeOf(when),
    closedDay: findings.warnings.find(({ code }) => code === 'closed-day')?.name ?? null,
    ...findings,
  };
}
