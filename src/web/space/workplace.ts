import type { SeancesClient } from './seances-client.js';
import type { Space, TrainingSession } from './space.js';
import type { Locale } from '../core/locale.js';

/** Where, for whom and in which language the commands work. */
export interface Workplace {
  readonly client: SeancesClient;
  readonly locale: Locale;
  readonly space: Space;
  readonly session: TrainingSession;
}
