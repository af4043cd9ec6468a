import { repetitionRoutes } from '../adapters/http/routes/repetition-routes.js';
import { PreviewRepeatedCreation } from '../application/repetition/preview-repeated-creation.js';
import { PreviewRepetition } from '../application/repetition/preview-repetition.js';
import { RepeatSeance } from '../application/repetition/repeat-seance.js';
import { RepetitionPlanner } from '../application/repetition/repetition-planner.js';
import { NewSeances } from '../application/seance/new-seances.js';
import { SeanceChoices } from '../application/seance/seance-choices.js';
import { SeanceDrafts } from '../application/seance/seance-drafts.js';
import { SeanceViews } from '../application/seance/seance-view.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Transactions } from '../application/transactions.js';
import { Clock } from '../ports/clock.js';
import { Directory } from '../ports/directory.js';
import { Recurrence } from '../ports/recurrence.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const repetitionFeature: Feature = {
  bind(container) {
    provide(container, RepetitionPlanner, [Recurrence]);
    provide(container, PreviewRepetition, [
      UnitOfWork,
      RepetitionPlanner,
      SeanceChoices,
      ReadSettings,
      Clock,
    ]);
    provide(container, PreviewRepeatedCreation, [UnitOfWork, RepetitionPlanner, NewSeances, SeanceDrafts]);
    provide(container, RepeatSeance, [Transactions, RepetitionPlanner, NewSeances, SeanceViews, Directory]);
  },
  routes: (container) =>
    repetitionRoutes({
      previewRepetition: container.get(PreviewRepetition),
      previewRepeatedCreation: container.get(PreviewRepeatedCreation),
      repeatSeance: container.get(RepeatSeance),
    }),
};
