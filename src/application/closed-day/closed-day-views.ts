import { type ClosedDay, type DayRange, mergedRanges } from '../../domain/closed-day/closed-days.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { PlacedSeance, SpaceNames } from '../space/space-names.js';

/** The séances that fall on some days: how many, and the first of them. Nothing is done about them. */
export interface FallingSeances {
  readonly total: number;
  readonly items: readonly PlacedSeance[];
}

export interface ClosedDayView extends ClosedDay {
  readonly seances: FallingSeances;
}

/** As many séances as are named. */
const namedSeances = 100;

/** Says which séances of a platform fall on closed days, so that somebody can look at them. */
export class ClosedDayViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly spaceNames: SpaceNames,
  ) {}

  async of(platformId: string, day: ClosedDay): Promise<ClosedDayView> {
    return { ...day, seances: await this.seancesOn(platformId, [day]) };
  }

  async seancesOn(platformId: string, days: readonly DayRange[]): Promise<FallingSeances> {
    const { items, total } = await this.unitOfWork.read(({ platformSeances }) =>
      platformSeances.onDays(platformId, mergedRanges(days), namedSeances),
    );
    return { total, items: await this.spaceNames.of(items) };
  }
}
