import { defaultSettings, settingsCheck } from '../adapters/host/manifest.js';
import { settingsRoutes } from '../adapters/http/routes/settings-routes.js';
import { MoveQueues } from '../application/enrolment/move-queues.js';
import { ChangeSettings } from '../application/settings/change-settings.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { SettingsInForce } from '../application/settings/settings-in-force.js';
import { Clock } from '../ports/clock.js';
import { Logger } from '../ports/logger.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';
import { ManifestToken } from './tokens.js';

export const settingsFeature: Feature = {
  bind(container) {
    container
      .bind(SettingsInForce)
      .toResolvedValue(
        (manifest, logger) => new SettingsInForce(defaultSettings(manifest), settingsCheck(manifest), logger),
        [ManifestToken, Logger],
      )
      .inSingletonScope();
    provide(container, ReadSettings, [UnitOfWork, SettingsInForce]);
    container
      .bind(ChangeSettings)
      .toResolvedValue(
        (work, inForce, manifest, queues, clock) =>
          new ChangeSettings(work, inForce, settingsCheck(manifest), queues, clock),
        [UnitOfWork, SettingsInForce, ManifestToken, MoveQueues, Clock],
      );
  },
  routes: (container) => settingsRoutes(container.get(ChangeSettings), container.get(ManifestToken).settings),
};
