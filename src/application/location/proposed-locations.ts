import type { Location } from '../../domain/location/location.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

/** A place that may be chosen for a séance, and who keeps it. */
export interface ProposedLocation {
  readonly place: Location;
  readonly fromHost: boolean;
}

/** Which places may be chosen for a séance of a platform now. Asked before a transaction opens: a host may be slow. */
export class ProposedLocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hostLocations: HostLocations,
  ) {}

  /**
   * Undefined for a place that is proposed no longer, or never was: one that was deleted, that is another platform's, or of
   * which the host knows nothing. Séances that have it keep it.
   */
  async find(platformId: string, id: string): Promise<ProposedLocation | undefined> {
    const fromHost = await this.hostLocations.find(id, platformId);
    if (fromHost) return { place: fromHost, fromHost: true };
    const own = await this.unitOfWork.read(({ locations }) => locations.findOwn(platformId, id));
    return own && { place: own, fromHost: false };
  }
}
