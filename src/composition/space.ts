import { spaceRoutes } from '../adapters/http/routes/space-routes.js';
import { ListGroups } from '../application/group/list-groups.js';
import { ListHostGroups } from '../application/enrolment/list-host-groups.js';
import { ListLocations } from '../application/location/list-locations.js';
import { ListTrainers } from '../application/space/list-trainers.js';
import { EditGroup } from '../application/group/edit-group.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { OpenSpace } from '../application/space/open-space.js';
import { SpaceNames } from '../application/space/space-names.js';
import { Directory } from '../ports/directory.js';
import { Permissions } from '../ports/permissions.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const spaceFeature: Feature = {
  bind(container) {
    provide(container, OpenSpace, [Permissions, ReadSettings]);
    provide(container, ListTrainers, [Directory]);
    provide(container, SpaceNames, [Directory]);
  },
  routes: (container) =>
    spaceRoutes({
      openSpace: container.get(OpenSpace),
      listGroups: container.get(ListGroups),
      listLocations: container.get(ListLocations),
      listTrainers: container.get(ListTrainers),
      listHostGroups: container.get(ListHostGroups),
      editGroup: container.get(EditGroup),
    }),
};
