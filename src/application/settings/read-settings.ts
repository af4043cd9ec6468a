import type { Settings } from '../../domain/settings/settings.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';

/** The settings in force: what administrators have changed over the defaults of the manifest. */
export class ReadSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly defaults: Settings,
  ) {}

  async run(): Promise<Settings> {
    return this.unitOfWork.read((repositories) => this.within(repositories));
  }

  /** As `run`, on the connection of a transaction. */
  async within({ settings }: Repositories): Promise<Settings> {
    return { ...this.defaults, ...(await settings.all()) };
  }
}
