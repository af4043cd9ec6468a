import { ReadPersonalData } from '../application/personal-data/read-personal-data.js';
import { Clock } from '../ports/clock.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { ManifestToken } from './tokens.js';

export const personalDataFeature: Feature = {
  bind(container) {
    container
      .bind(ReadPersonalData)
      .toResolvedValue(
        (work, { personalData }, clock) => new ReadPersonalData(work, personalData, clock),
        [UnitOfWork, ManifestToken, Clock],
      );
  },
};
