import { healthRoutes } from '../adapters/http/routes/health-routes.js';
import { UnderWay } from '../adapters/http/under-way.js';
import { KnexReadiness } from '../adapters/knex/knex-readiness.js';
import { Readiness } from '../ports/readiness.js';
import type { Feature } from './feature.js';
import { DatabaseToken, UnderWayToken } from './tokens.js';

export const healthFeature: Feature = {
  bind(container) {
    container.bind(UnderWayToken).toConstantValue(new UnderWay());
    container.bind(Readiness).toResolvedValue(({ knex }) => new KnexReadiness(knex), [DatabaseToken]);
  },
  routes: (container) => healthRoutes(container.get(Readiness), container.get(UnderWayToken)),
};
