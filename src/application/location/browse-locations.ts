import { Refusal } from '../../domain/refusal.js';
import type { Location } from '../../domain/location/location.js';
import type { PageOf } from '../../domain/page.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Administration } from '../access/space-access.js';
import type { ChoiceSearch } from './list-locations.js';
import { concatenated, type Paged, readPage } from '../page-walk.js';
import type { PlacedSeance, SpaceNames } from '../space/space-names.js';

/** A place as administrators see it. */
export interface AdministeredLocation extends Location {
  /** True for a place that the host keeps: it is changed there. */
  readonly readOnly: boolean;
}

/** A place with the séances that are there: how many, and those that end last. */
export interface LocationInUse extends AdministeredLocation {
  readonly usedBy: { readonly total: number; readonly items: readonly PlacedSeance[] };
}

/** As many séances as are named when somebody asks where a place is used. */
const namedSeances = 10;

/** The places of a platform, then those of the host, for its administrators. */
export class BrowseLocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hostLocations: HostLocations,
    private readonly spaceNames: SpaceNames,
  ) {}

  async page(
    { platformId }: Administration,
    { q, ...wish }: ChoiceSearch,
  ): Promise<PageOf<AdministeredLocation>> {
    const platformLocations: Paged<Location> = (request) =>
      this.unitOfWork.read(({ locations }) => locations.search(platformId, { q, ...request }));
    const hostLocations: Paged<Location> = (request) =>
      this.hostLocations.search({ q, ...request }, platformId);
    return readPage(concatenated(marked(platformLocations, false), marked(hostLocations, true)), wish);
  }

  /** @throws Refusal `not-found` */
  async one({ platformId }: Administration, id: string): Promise<LocationInUse> {
    const location = await this.administered(platformId, id);
    const { items, total } = await this.unitOfWork.read(({ platformSeances }) =>
      platformSeances.atLocation(platformId, id, namedSeances),
    );
    return { ...location, usedBy: { total, items: await this.spaceNames.of(items) } };
  }

  private async administered(platformId: string, id: string): Promise<AdministeredLocation> {
    const platformLocation = await this.unitOfWork.read(({ locations }) => locations.findOwn(platformId, id));
    if (platformLocation) return { ...platformLocation, readOnly: false };
    const fromHost = await this.hostLocations.find(id, platformId);
    if (!fromHost) throw new Refusal('not-found');
    return { ...fromHost, readOnly: true };
  }
}

function marked(list: Paged<Location>, readOnly: boolean): Paged<AdministeredLocation> {
  return async (request) => {
    const { items, total } = await list(request);
    return { items: items.map((location) => ({ ...location, readOnly })), total };
  };
}
