import { changeSeries, keptFields } from '../../domain/series/series-change.js';
import { closedOn } from '../../domain/closed-day/closed-days.js';
import type { Scope } from '../../domain/series/series-scope.js';
import type { OwnField } from '../../domain/seance/seance-content.js';
import type { Seance } from '../../domain/seance/seance.js';
import { type ClockChange, clockChangeOf, type Schedule } from '../../domain/time/schedule.js';
import { type CalendarDate, dateOf } from '../../domain/time/wall-time.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { SeanceChoices } from '../seance/seance-choices.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';
import type { SeanceChanges } from '../seance/seance-input.js';
import { type ClashView, findClashesOfEach } from '../repetition/clash-finder.js';

/** What a change of a series would do to one of its séances. A JSON value. */
export interface SeriesChangePreview extends Schedule {
  readonly id: string;
  readonly name: string;
  /** As it is now. */
  readonly before: Pick<Schedule, 'start' | 'end'> & { readonly name: string };
  /** What it keeps because it was changed by hand. */
  readonly kept: readonly OwnField[];
  readonly clockChange: ClockChange | null;
  /** Name of the closed day on which it would fall; null for none. */
  readonly closedDay: string | null;
  readonly conflicts: readonly ClashView[];
}

/** Says what an edit of a series would do, and writes nothing. */
export class PreviewSeriesChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
  ) {}

  /** @throws Refusal `not-found`, `validation` */
  async run(
    visit: Visit<'edit'>,
    id: string,
    changes: SeanceChanges,
    scope: Scope,
  ): Promise<readonly SeriesChangePreview[]> {
    const { seance: target } = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    const choices = await this.choices.resolve(target.sessionId, changes, target);
    return this.unitOfWork.read(async (repositories) => {
      const members = await membersOf(repositories, target);
      const edited = await this.drafts.previewed(repositories, target, changes, choices);
      const changed = changeSeries(target, edited, members, scope, '');
      const after = changed.map((one) => one.after);
      const clashes = await findClashesOfEach(repositories, after);
      const closed = await closedDays(repositories, after);
      return changed.map(({ before, after: one }) => ({
        ...preview(before, one),
        kept: keptFields(before, target, edited),
        closedDay: closedOn(dateOf(one.start), closed)?.name ?? null,
        conflicts: clashes.get(one.id) ?? [],
      }));
    });
  }
}

function preview(before: Seance, { id, name, start, end, timeZone, startsAt, endsAt }: Seance) {
  const when = { start, end, timeZone, startsAt, endsAt };
  return {
    id,
    name,
    ...when,
    before: { name: before.name, start: before.start, end: before.end },
    clockChange: clockChangeOf(when),
  };
}

async function membersOf({ seances }: Repositories, target: Seance): Promise<readonly Seance[]> {
  return target.seriesId === null ? [target] : seances.series(target.spaceId, target.seriesId);
}

async function closedDays({ closedDays: repository }: Repositories, seances: readonly Seance[]) {
  const dates = seances.map(({ start }) => dateOf(start)).sort();
  const [first, last] = [dates[0], dates.at(-1)] as [CalendarDate, CalendarDate];
  return repository.between(first, last);
}
