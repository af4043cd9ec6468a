import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import type { SeanceView, SeanceViews } from './seance-view.js';

export class GetSeance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SeanceViews,
  ) {}

  /** @throws Refusal `not-found` */
  async run(visit: Visit, id: string): Promise<SeanceView> {
    return this.views.one(
      visit,
      await this.unitOfWork.read(({ seances }) => seances.get(visit.space.id, id)),
    );
  }
}
