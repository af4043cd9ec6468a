import { selectionRoutes } from '../adapters/http/routes/selection-routes.js';
import { PlaceLedgers } from '../application/enrolment/place-ledgers.js';
import { SeanceChoices } from '../application/seance/seance-choices.js';
import { SeanceDrafts } from '../application/seance/seance-drafts.js';
import { EditSelection } from '../application/selection/edit-selection.js';
import { PreviewSelection } from '../application/selection/preview-selection.js';
import { Transactions } from '../application/transactions.js';
import { Clock } from '../ports/clock.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { LimitsToken } from './tokens.js';

export const selectionFeature: Feature = {
  bind(container) {
    provide(container, EditSelection, [Transactions, SeanceChoices, SeanceDrafts, PlaceLedgers]);
    provide(container, PreviewSelection, [UnitOfWork, SeanceChoices, SeanceDrafts, Clock]);
  },
  routes: (container) =>
    selectionRoutes(
      {
        editSelection: container.get(EditSelection),
        previewSelection: container.get(PreviewSelection),
      },
      container.get(LimitsToken),
    ),
};
