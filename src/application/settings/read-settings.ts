import type { Settings } from '../../domain/settings.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

/** The settings in force: what administrators have changed over the defaults of the manifest. */
export class ReadSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly defaults: Settings,
  ) {}

  async run(): Promise<Settings> {
    const changed = await this.unitOfWork.read(({ settings }) => settings.all());
    return { ...this.defaults, ...changed };
  }
}
