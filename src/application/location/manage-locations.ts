import { Refusal } from '../../domain/refusal.js';
import type { Location } from '../../domain/location/location.js';
import type { Clock } from '../../ports/clock.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';
import { once } from '../once.js';
import type { SeanceDrafts } from '../seance/seance-drafts.js';

/** What administrators write about a place. */
export type LocationInput = Omit<Location, 'id'>;

/** As many séances as are written in one go after their place got another name. */
const batchSize = 500;

/** Adds, changes and deletes the platform's own places. */
export class ManageLocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hostLocations: HostLocations,
    private readonly drafts: SeanceDrafts,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async add(input: LocationInput, attempt?: AttemptKey): Promise<Location> {
    const location: Location = { ...input, id: this.ids.next() };
    return this.unitOfWork.write((repositories) =>
      once(repositories, attempt, this.clock.now(), async () => {
        await repositories.locations.save(location, false);
        return location;
      }),
    );
  }

  /**
   * Changes what `changes` names. Séances show a place as it is now, and are found by its new name.
   *
   * @throws Refusal `not-found`, `read-only` for a place of the host
   */
  async edit(id: string, changes: Partial<LocationInput>): Promise<Location> {
    await this.refuseHosts(id);
    return this.unitOfWork.write(async (repositories) => {
      const before = await lockedOwn(repositories, id);
      const after: Location = { ...before, ...changes };
      await repositories.locations.save(after, false);
      if (after.name !== before.name) await this.refreshSearch(repositories, id);
      return after;
    });
  }

  /**
   * Proposes the place no longer. The séances that have it keep it.
   *
   * @throws Refusal `not-found`, `read-only` for a place of the host
   */
  async remove(id: string): Promise<void> {
    await this.refuseHosts(id);
    await this.unitOfWork.write(async (repositories) => {
      await lockedOwn(repositories, id);
      await repositories.locations.markDeleted(id, this.clock.now());
    });
  }

  /** Asked before a transaction opens: a host may be slow. */
  private async refuseHosts(id: string): Promise<void> {
    const own = await this.unitOfWork.read(({ locations }) => locations.findOwn(id));
    if (!own && (await this.hostLocations.find(id))) throw new Refusal('read-only');
  }

  private async refreshSearch(repositories: Repositories, locationId: string): Promise<void> {
    for (const [spaceId, ids] of await repositories.platformSeances.idsAtLocation(locationId)) {
      for (let first = 0; first < ids.length; first += batchSize)
        await this.drafts.refresh(repositories, spaceId, ids.slice(first, first + batchSize));
    }
  }
}

async function lockedOwn({ locations }: Repositories, id: string): Promise<Location> {
  const location = await locations.lockOwn(id);
  if (!location) throw new Refusal('not-found');
  return location;
}
