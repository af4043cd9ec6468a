import type { Settings } from '../../domain/settings/settings.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import type { SettingsInForce } from './settings-in-force.js';

/** Reads the settings in force on a platform. */
export class ReadSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inForce: SettingsInForce,
  ) {}

  async run(platformId: string): Promise<Settings> {
    return this.unitOfWork.read((repositories) => this.within(repositories, platformId));
  }

  /** As `run`, on the connection of a transaction. */
  async within({ settings }: Repositories, platformId: string): Promise<Settings> {
    return this.inForce.of(await settings.all(platformId));
  }
}
