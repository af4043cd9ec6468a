import { changeSeries, type ChangedSeance } from '../../domain/repetition/series-change.js';
import type { Scope } from '../../domain/repetition/series-scope.js';
import { assertVersion, type Seance } from '../../domain/seance/seance.js';
import { differenceOf } from '../../domain/event/seance-event.js';
import type { Clock } from '../../ports/clock.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { EventRecorder } from '../event/event-recorder.js';
import type { SeanceChoices } from './seance-choices.js';
import type { SeanceDrafts } from './seance-drafts.js';
import type { SeanceChanges } from './seance-input.js';
import { lockWithSeries } from './seance-series.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

export class EditSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choices: SeanceChoices,
    private readonly drafts: SeanceDrafts,
    private readonly views: SeanceViews,
    private readonly recorder: EventRecorder,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes what `changes` names of a séance, and of those of its series that are in `scope`, and nothing else.
   *
   * @param expectedVersions the versions of the séance that may be changed; any when undefined.
   * @returns the séance itself.
   * @throws Refusal `not-found`, `validation`, `stale` when the séance has another version than those.
   */
  async run(
    visit: Visit,
    id: string,
    changes: SeanceChanges,
    scope: Scope,
    expectedVersions?: readonly number[],
  ): Promise<SeanceView> {
    const seen = await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id));
    assertVersion(seen.seance, expectedVersions);
    const choices = await this.choices.resolve(seen.seance.sessionId, changes, seen.seance);
    const listed = await this.unitOfWork.write(async (repositories) => {
      const { target, members } = await lockWithSeries(repositories, visit.space.id, id, scope);
      assertVersion(target, expectedVersions);
      const edited = await this.drafts.edited(repositories, target, changes, choices);
      await this.store(repositories, visit, changeSeries(target, edited, members, scope, this.ids.next()));
      return repositories.seances.get(visit.space.id, id);
    });
    return this.views.one(visit, listed);
  }

  private async store(
    repositories: Repositories,
    { actor }: Visit,
    changed: readonly ChangedSeance[],
  ): Promise<void> {
    const updatedAt = this.clock.now();
    const after = changed.map(({ after: seance }): Seance => ({
      ...seance,
      version: seance.version + 1,
      updatedAt,
    }));
    await repositories.seances.update(await this.drafts.records(repositories, after));
    await this.recorder.record(
      repositories,
      actor,
      updatedAt,
      changed.map(({ before, after: seance }) => ({
        type: 'seance.edited',
        seance,
        data: { ...differenceOf(before, seance) },
      })),
    );
  }
}
