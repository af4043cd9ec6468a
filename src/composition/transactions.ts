import { EventRecorder } from '../application/event/event-recorder.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { Transactions } from '../application/transactions.js';
import { Clock } from '../ports/clock.js';
import { IdGenerator } from '../ports/id-generator.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import type { Feature } from './feature.js';
import { provide } from './provide.js';

/** What every feature that writes is given. */
export const transactionsFeature: Feature = {
  bind(container) {
    provide(container, EventRecorder, [IdGenerator]);
    provide(container, Transactions, [UnitOfWork, ReadSettings, EventRecorder, IdGenerator, Clock]);
  },
};
