import { Refusal } from '../../domain/refusal.js';
import { isShownOtherwise, type Location } from '../../domain/location/location.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Logger } from '../../ports/logger.js';
import type { Repositories } from '../../ports/unit-of-work.js';
import type { Administration } from '../access/space-access.js';
import { once } from '../once.js';
import type { RefreshSeances } from '../seance/refresh-seances.js';
import type { Transactions } from '../transactions.js';

/** What administrators write about a place. */
export type LocationInput = Omit<Location, 'id'>;

/** Adds, changes and deletes a platform's own places. */
export class ManageLocations {
  constructor(
    private readonly transactions: Transactions,
    private readonly hostLocations: HostLocations,
    private readonly refreshSeances: RefreshSeances,
    private readonly logger: Logger,
  ) {}

  async add({ platformId }: Administration, input: LocationInput, attempt?: AttemptKey): Promise<Location> {
    return this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        const location: Location = { ...input, id: transaction.newId() };
        await transaction.locations.saveOwn(platformId, location);
        return location;
      }),
    );
  }

  /**
   * Changes what `changes` names. Séances show a place as it is now, and are found by its new name: as a rule when this
   * resolves. Where that fails, the place is changed, and its séances follow when what is left to do is done.
   *
   * @throws Refusal `not-found`, `read-only` for a place of the host
   */
  async edit({ platformId }: Administration, id: string, changes: Partial<LocationInput>): Promise<Location> {
    await this.refuseHosts(platformId, id);
    const { before, after } = await this.transactions.write(async (transaction) => {
      const before = await lockedOwn(transaction, platformId, id);
      const after: Location = { ...before, ...changes };
      await transaction.locations.saveOwn(platformId, after);
      if (isShownOtherwise(before, after)) await this.refreshSeances.begin(transaction, 'location', id);
      return { before, after };
    });
    if (isShownOtherwise(before, after)) await this.refreshNow(id);
    return after;
  }

  /**
   * Proposes the place no longer. The séances that have it keep it.
   *
   * @throws Refusal `not-found`, `read-only` for a place of the host
   */
  async remove({ platformId }: Administration, id: string): Promise<void> {
    await this.refuseHosts(platformId, id);
    await this.transactions.write(async (transaction) => {
      await lockedOwn(transaction, platformId, id);
      await transaction.locations.markDeleted(id, transaction.now);
    });
  }

  /** Asked before a transaction opens: a host may be slow. */
  private async refuseHosts(platformId: string, id: string): Promise<void> {
    const platformLocation = await this.transactions.read(({ locations }) =>
      locations.findOwn(platformId, id),
    );
    if (!platformLocation && (await this.hostLocations.find(id, platformId))) throw new Refusal('read-only');
  }

  private async refreshNow(id: string): Promise<void> {
    try {
      await this.refreshSeances.of('location', id);
    } catch (error) {
      this.logger.warn({ location: id, error: String(error) }, 'séances of a place follow later');
    }
  }
}

async function lockedOwn({ locations }: Repositories, platformId: string, id: string): Promise<Location> {
  const location = await locations.lockOwn(platformId, id);
  if (!location) throw new Refusal('not-found');
  return location;
}
