import { queuesMove } from '../../domain/settings/settings.js';
import type { Clock } from '../../ports/clock.js';
import type { BookError } from '../../ports/enrolment-repository.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { ReadSettings } from '../settings/read-settings.js';

/** Looks for what does not add up in the books of all platforms. Reads whole tables: for operators, not requests. */
export class CheckBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readSettings: ReadSettings,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<readonly BookError[]> {
    return this.unitOfWork.read(async (repositories) => {
      const moving: string[] = [];
      for (const platformId of await repositories.platforms.all())
        if (queuesMove(await this.readSettings.within(repositories, platformId))) moving.push(platformId);
      return repositories.enrolments.check(this.clock.now(), moving);
    });
  }
}
