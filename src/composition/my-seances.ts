import { mySeancesRoutes } from '../adapters/http/routes/my-seances-routes.js';
import { SeenSessions } from '../application/access/seen-sessions.js';
import { ListMySeances } from '../application/my-seances/list-my-seances.js';
import { SeanceViews } from '../application/seance/seance-view.js';
import { Clock } from '../ports/clock.js';
import { Directory } from '../ports/directory.js';
import { SeancePages } from '../ports/seance-pages.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const mySeancesFeature: Feature = {
  bind(container) {
    provide(container, ListMySeances, [UnitOfWork, Directory, SeenSessions, SeanceViews, SeancePages, Clock]);
  },
  routes: (container) => mySeancesRoutes(container.get(ListMySeances)),
};
