import { closedDayRoutes } from '../adapters/http/routes/closed-day-routes.js';
import { ClosedDayViews } from '../application/closed-day/closed-day-views.js';
import { ImportClosedDays } from '../application/closed-day/import-closed-days.js';
import { ListClosedDays } from '../application/closed-day/list-closed-days.js';
import { ManageClosedDays } from '../application/closed-day/manage-closed-days.js';
import { SpaceNames } from '../application/space/space-names.js';
import { Transactions } from '../application/transactions.js';
import { CalendarReader } from '../ports/calendar-reader.js';
import { Clock } from '../ports/clock.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const closedDayFeature: Feature = {
  bind(container) {
    provide(container, ClosedDayViews, [UnitOfWork, SpaceNames]);
    provide(container, ListClosedDays, [UnitOfWork]);
    provide(container, ManageClosedDays, [Transactions, ClosedDayViews]);
    provide(container, ImportClosedDays, [Transactions, CalendarReader, ClosedDayViews, Clock]);
  },
  routes: (container) =>
    closedDayRoutes({
      listClosedDays: container.get(ListClosedDays),
      manageClosedDays: container.get(ManageClosedDays),
      importClosedDays: container.get(ImportClosedDays),
    }),
};
