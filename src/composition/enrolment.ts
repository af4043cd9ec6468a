import { enrolmentRoutes } from '../adapters/http/routes/enrolment-routes.js';
import { SeenSessions } from '../application/access/seen-sessions.js';
import { EnrolLearners } from '../application/enrolment/enrol-learners.js';
import { ListEnrolments } from '../application/enrolment/list-enrolments.js';
import { ListHostGroups } from '../application/enrolment/list-host-groups.js';
import { MoveQueues } from '../application/enrolment/move-queues.js';
import { NamedLearners } from '../application/enrolment/named-learners.js';
import { OwnOverlaps } from '../application/enrolment/own-overlaps.js';
import { OwnPlace } from '../application/enrolment/own-place.js';
import { PlaceLedgers } from '../application/enrolment/place-ledgers.js';
import { PlacesInSeries } from '../application/enrolment/places-in-series.js';
import { SeanceHomes } from '../application/enrolment/seance-homes.js';
import { StaffEnrolment } from '../application/enrolment/staff-enrolment.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Transactions } from '../application/transactions.js';
import { Clock } from '../ports/clock.js';
import { Directory } from '../ports/directory.js';
import { Logger } from '../ports/logger.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { LimitsToken } from './tokens.js';

export const enrolmentFeature: Feature = {
  bind(container) {
    const places = [Transactions, Directory, SeanceHomes, PlaceLedgers] as const;
    provide(container, PlaceLedgers, []);
    provide(container, SeanceHomes, [UnitOfWork]);
    provide(container, OwnPlace, [...places]);
    provide(container, OwnOverlaps, [UnitOfWork, Directory, SeenSessions, Logger]);
    provide(container, NamedLearners, [Directory]);
    provide(container, EnrolLearners, [Transactions, NamedLearners, SeanceHomes, PlaceLedgers]);
    provide(container, PlacesInSeries, [Transactions, Directory, NamedLearners, SeanceHomes, PlaceLedgers]);
    provide(container, StaffEnrolment, [...places]);
    provide(container, ListEnrolments, [UnitOfWork, Directory]);
    provide(container, ListHostGroups, [Directory]);
    provide(container, MoveQueues, [Transactions, PlaceLedgers, ReadSettings, Clock]);
  },
  routes: (container) =>
    enrolmentRoutes(
      {
        ownPlace: container.get(OwnPlace),
        ownOverlaps: container.get(OwnOverlaps),
        enrolLearners: container.get(EnrolLearners),
        placesInSeries: container.get(PlacesInSeries),
        staffEnrolment: container.get(StaffEnrolment),
        listEnrolments: container.get(ListEnrolments),
        listHostGroups: container.get(ListHostGroups),
      },
      container.get(LimitsToken),
    ),
};
