import { defaultSettings, settingsCheck } from '../adapters/host/manifest.js';
import { settingsRoutes } from '../adapters/http/routes/settings-routes.js';
import { MoveQueues } from '../application/enrolment/move-queues.js';
import { ChangeSettings } from '../application/settings/change-settings.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Clock } from '../ports/clock.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { ManifestToken } from './tokens.js';

export const settingsFeature: Feature = {
  bind(container) {
    container
      .bind(ReadSettings)
      .toResolvedValue(
        (work, manifest) => new ReadSettings(work, defaultSettings(manifest)),
        [UnitOfWork, ManifestToken],
      );
    container
      .bind(ChangeSettings)
      .toResolvedValue(
        (work, manifest, queues, clock) =>
          new ChangeSettings(work, defaultSettings(manifest), settingsCheck(manifest), queues, clock),
        [UnitOfWork, ManifestToken, MoveQueues, Clock],
      );
  },
  routes: (container) => settingsRoutes(container.get(ChangeSettings), container.get(ManifestToken).settings),
};
