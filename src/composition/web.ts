import { checkInPageRoutes } from '../adapters/http/routes/check-in-page-routes.js';
import { webRoutes } from '../adapters/http/routes/web-routes.js';
import type { Feature } from './feature.js';

export const webFeature: Feature = { routes: () => [...webRoutes(), ...checkInPageRoutes()] };
