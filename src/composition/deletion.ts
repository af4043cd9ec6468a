import { deletionRoutes } from '../adapters/http/routes/deletion-routes.js';
import { DeleteSeances } from '../application/deletion/delete-seances.js';
import { ListDeletions } from '../application/deletion/list-deletions.js';
import { RestoreSeances } from '../application/deletion/restore-seances.js';
import { PlaceLedgers } from '../application/enrolment/place-ledgers.js';
import { SeanceDrafts } from '../application/seance/seance-drafts.js';
import { SeanceViews } from '../application/seance/seance-view.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Transactions } from '../application/transactions.js';
import { Clock } from '../ports/clock.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { LimitsToken } from './tokens.js';

export const deletionFeature: Feature = {
  bind(container) {
    provide(container, DeleteSeances, [Transactions, PlaceLedgers]);
    provide(container, ListDeletions, [UnitOfWork, ReadSettings, Clock]);
    provide(container, RestoreSeances, [Transactions, SeanceDrafts, SeanceViews, PlaceLedgers]);
  },
  routes: (container) =>
    deletionRoutes(
      {
        deleteSeances: container.get(DeleteSeances),
        listDeletions: container.get(ListDeletions),
        restoreSeances: container.get(RestoreSeances),
      },
      container.get(LimitsToken),
    ),
};
