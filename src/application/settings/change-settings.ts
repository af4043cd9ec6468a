import { Refusal } from '../../domain/refusal.js';
import { queuesMove, type Settings } from '../../domain/settings/settings.js';
import { parseTimeZone } from '../../domain/time/time-zone.js';
import type { Clock } from '../../ports/clock.js';
import type { SettingChange } from '../../ports/setting-repository.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { Administration } from '../access/space-access.js';
import type { MoveQueues } from '../enrolment/move-queues.js';
import type { SettingsCheck, SettingsInForce } from './settings-in-force.js';

/** The settings in force, and what was changed in them lately. */
export interface SettingsReview {
  readonly values: Settings;
  /** The latest first. */
  readonly changes: readonly SettingChange[];
}

/** As many changes as are read in one go; the form needs the last of each setting. */
const shownChanges = 100;

/** The administration of a platform's settings: reads them, and changes those that are named. */
export class ChangeSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settingsInForce: SettingsInForce,
    private readonly check: SettingsCheck,
    private readonly moveQueues: MoveQueues,
    private readonly clock: Clock,
  ) {}

  async review({ platformId }: Administration): Promise<SettingsReview> {
    return this.unitOfWork.read((repositories) => this.inForce(repositories, platformId));
  }

  /**
   * Changes what `wanted` names and leaves the rest: who saves a form does not undo what somebody else has just changed.
   * Queues that a setting held up move then.
   *
   * @throws Refusal `validation` that points at each wrong setting.
   */
  async run(
    { actor, platformId }: Administration,
    wanted: Readonly<Record<string, unknown>>,
  ): Promise<SettingsReview> {
    const issues = this.check(wanted);
    if (issues.length > 0) throw new Refusal('validation', issues);
    const at = this.clock.now();
    const { before, review } = await this.unitOfWork.write(async (repositories) => {
      const { values } = await this.inForce(repositories, platformId);
      for (const [name, after] of Object.entries(inWrittenCase(wanted))) {
        const value = values[name as keyof Settings];
        if (value === after) continue;
        await repositories.settings.change(platformId, { name, before: value, after, actor, at });
      }
      return { before: values, review: await this.inForce(repositories, platformId) };
    });
    // Looks through the platform: not for a setting that has nothing to do with it.
    if (mayMoveQueues(before, review.values)) await this.moveQueues.run(platformId);
    return review;
  }

  private async inForce({ settings }: Repositories, platformId: string): Promise<SettingsReview> {
    const values = this.settingsInForce.of(await settings.all(platformId));
    return { values, changes: await settings.changes(platformId, shownChanges) };
  }
}

/** Whether queues may move that did not: with a shorter delay, places may be left again that somebody would exchange. */
function mayMoveQueues(before: Settings, after: Settings): boolean {
  return !queuesMove(before) || after.closingDelayMinutes < before.closingDelayMinutes;
}

/** Zones are written as the zone data writes them, whatever the case that somebody typed. */
function inWrittenCase(wanted: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const zone = wanted['defaultTimeZone'];
  return typeof zone === 'string' ? { ...wanted, defaultTimeZone: parseTimeZone(zone) ?? zone } : wanted;
}
