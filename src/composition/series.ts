import { seriesRoutes } from '../adapters/http/routes/series-routes.js';
import { SeanceChoices } from '../application/seance/seance-choices.js';
import { SeanceDrafts } from '../application/seance/seance-drafts.js';
import { PreviewSeriesChange } from '../application/series/preview-series-change.js';
import { Clock } from '../ports/clock.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const seriesFeature: Feature = {
  bind(container) {
    provide(container, PreviewSeriesChange, [UnitOfWork, SeanceChoices, SeanceDrafts, Clock]);
  },
  routes: (container) => seriesRoutes(container.get(PreviewSeriesChange)),
};
