import { cancellationRoutes } from '../adapters/http/routes/cancellation-routes.js';
import { CancelSeances } from '../application/cancellation/cancel-seances.js';
import { PlaceLedgers } from '../application/enrolment/place-ledgers.js';
import { SeanceViews } from '../application/seance/seance-view.js';
import { Transactions } from '../application/transactions.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { LimitsToken } from './tokens.js';

export const cancellationFeature: Feature = {
  bind(container) {
    provide(container, CancelSeances, [Transactions, SeanceViews, PlaceLedgers]);
  },
  routes: (container) =>
    cancellationRoutes({ cancelSeances: container.get(CancelSeances) }, container.get(LimitsToken)),
};
