import { groupRoutes } from '../adapters/http/routes/group-routes.js';
import { PlaceLedgers } from '../application/enrolment/place-ledgers.js';
import { EditGroup } from '../application/group/edit-group.js';
import { ListGroups } from '../application/group/list-groups.js';
import { SeanceDrafts } from '../application/seance/seance-drafts.js';
import { Transactions } from '../application/transactions.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

export const groupFeature: Feature = {
  bind(container) {
    provide(container, ListGroups, [UnitOfWork]);
    provide(container, EditGroup, [Transactions, PlaceLedgers, SeanceDrafts]);
  },
  routes: (container) =>
    groupRoutes({ listGroups: container.get(ListGroups), editGroup: container.get(EditGroup) }),
};
