import { seanceRoutes } from '../adapters/http/routes/seance-routes.js';
import { PlaceLedgers } from '../application/enrolment/place-ledgers.js';
import { CheckSeance } from '../application/seance/check-seance.js';
import { CreateSeance } from '../application/seance/create-seance.js';
import { EditSeance } from '../application/seance/edit-seance.js';
import { GetSeance } from '../application/seance/get-seance.js';
import { ListSeances } from '../application/seance/list-seances.js';
import { NewSeances } from '../application/seance/new-seances.js';
import { ProposedLocations } from '../application/location/proposed-locations.js';
import { RepetitionPlanner } from '../application/repetition/repetition-planner.js';
import { RefreshSeances } from '../application/seance/refresh-seances.js';
import { SeanceChoices } from '../application/seance/seance-choices.js';
import { SeanceDrafts } from '../application/seance/seance-drafts.js';
import { SeanceViews } from '../application/seance/seance-view.js';
import { PreviewSeriesChange } from '../application/series/preview-series-change.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Transactions } from '../application/transactions.js';
import { Clock } from '../ports/clock.js';
import { Directory } from '../ports/directory.js';
import { IdGenerator } from '../ports/id-generator.js';
import { TextSanitizer } from '../ports/text-sanitizer.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const seanceFeature: Feature = {
  bind(container) {
    provide(container, SeanceViews, [UnitOfWork, Directory, ReadSettings, Clock]);
    provide(container, SeanceChoices, [UnitOfWork, Directory, ProposedLocations]);
    provide(container, SeanceDrafts, [TextSanitizer, IdGenerator]);
    provide(container, NewSeances, [SeanceChoices, SeanceDrafts, ReadSettings, IdGenerator, Clock]);
    provide(container, RefreshSeances, [Transactions, SeanceDrafts]);
    provide(container, ListSeances, [UnitOfWork, SeanceViews, Clock]);
    provide(container, GetSeance, [UnitOfWork, SeanceViews]);
    provide(container, CreateSeance, [
      Transactions,
      Directory,
      SeanceDrafts,
      NewSeances,
      RepetitionPlanner,
      SeanceViews,
    ]);
    provide(container, CheckSeance, [UnitOfWork, PreviewSeriesChange, NewSeances, SeanceDrafts]);
    provide(container, EditSeance, [
      Transactions,
      Directory,
      SeanceChoices,
      SeanceDrafts,
      SeanceViews,
      PlaceLedgers,
    ]);
  },
  routes: (container) =>
    seanceRoutes({
      listSeances: container.get(ListSeances),
      getSeance: container.get(GetSeance),
      checkSeance: container.get(CheckSeance),
      createSeance: container.get(CreateSeance),
      editSeance: container.get(EditSeance),
    }),
};
