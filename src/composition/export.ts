import { exportRoutes } from '../adapters/http/routes/export-routes.js';
import { ReadHours } from '../application/attendance/read-hours.js';
import { ListEnrolments } from '../application/enrolment/list-enrolments.js';
import { ExportHours } from '../application/export/export-hours.js';
import { ExportParticipantList } from '../application/export/export-participant-list.js';
import { ExportSeanceList } from '../application/export/export-seance-list.js';
import { ListSeances } from '../application/seance/list-seances.js';
import { ExportWriter } from '../ports/export-writer.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { LimitsToken } from './tokens.js';

export const exportFeature: Feature = {
  bind(container) {
    provide(container, ExportSeanceList, [ListSeances, ExportWriter]);
    provide(container, ExportParticipantList, [UnitOfWork, ListEnrolments, ExportWriter]);
    provide(container, ExportHours, [ReadHours, ExportWriter]);
  },
  routes: (container) =>
    exportRoutes(
      {
        exportSeanceList: container.get(ExportSeanceList),
        exportParticipantList: container.get(ExportParticipantList),
        exportHours: container.get(ExportHours),
      },
      container.get(LimitsToken),
    ),
};
