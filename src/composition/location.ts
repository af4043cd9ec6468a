import { locationRoutes } from '../adapters/http/routes/location-routes.js';
import { BrowseLocations } from '../application/location/browse-locations.js';
import { ListLocations } from '../application/location/list-locations.js';
import { ManageLocations } from '../application/location/manage-locations.js';
import { ProposedLocations } from '../application/location/proposed-locations.js';
import { RefreshSeances } from '../application/seance/refresh-seances.js';
import { SpaceNames } from '../application/space/space-names.js';
import { Transactions } from '../application/transactions.js';
import { HostLocations } from '../ports/host-locations.js';
import { Logger } from '../ports/logger.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const locationFeature: Feature = {
  bind(container) {
    provide(container, ListLocations, [UnitOfWork, HostLocations]);
    provide(container, ProposedLocations, [UnitOfWork, HostLocations]);
    provide(container, BrowseLocations, [UnitOfWork, HostLocations, SpaceNames]);
    provide(container, ManageLocations, [Transactions, HostLocations, RefreshSeances, Logger]);
  },
  routes: (container) =>
    locationRoutes({
      listLocations: container.get(ListLocations),
      browseLocations: container.get(BrowseLocations),
      manageLocations: container.get(ManageLocations),
    }),
};
