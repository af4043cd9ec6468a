import { historyRoutes } from '../adapters/http/routes/history-routes.js';
import { ReadHistory } from '../application/history/read-history.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const historyFeature: Feature = {
  bind(container) {
    provide(container, ReadHistory, [UnitOfWork]);
  },
  routes: (container) => historyRoutes(container.get(ReadHistory)),
};
