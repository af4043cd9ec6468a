import type { Location } from '../../domain/location/location.js';
import type { PageOf } from '../../domain/page.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';
import { concatenated, type PageWish, readPage } from '../page-walk.js';

/** The search of a choice: words, and a page or everything. */
export interface ChoiceSearch extends PageWish {
  readonly q?: string | undefined;
}

/** The places proposed for a séance: the platform's, then the host's. */
export class ListLocations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hostLocations: HostLocations,
  ) {}

  async run({ platformId }: Visit, { q, ...wish }: ChoiceSearch): Promise<PageOf<Location>> {
    const proposed = concatenated<Location>(
      (request) => this.unitOfWork.read(({ locations }) => locations.search(platformId, { q, ...request })),
      (request) => this.hostLocations.search({ q, ...request }, platformId),
    );
    return readPage(proposed, wish);
  }
}
