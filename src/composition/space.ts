import { spaceRoutes } from '../adapters/http/routes/space-routes.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { ListTrainers } from '../application/space/list-trainers.js';
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
      listTrainers: container.get(ListTrainers),
    }),
};
