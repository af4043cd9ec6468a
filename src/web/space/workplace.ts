import type { Locale } from '../core/locale.js';
import type { SeancesClient } from './seances-client.js';
import type { UnreadNotices } from './unread-notices.js';
import type { Space, TrainingSession } from './space.js';

/**
 * Where, for whom and in which language everything inside the tool works. It is another object whenever what is shown
 * may be out of date: who shows something from the server asks for it again then.
 */
export interface Workplace {
  readonly client: SeancesClient;
  readonly locale: Locale;
  readonly space: Space;
  readonly session: TrainingSession;
  readonly unread: UnreadNotices;
  /** The address of the page of a séance, for a link. */
  readonly hrefOf: (seance: string) => string;
}

/** The session of a séance, which need not be the one that is looked at. */
export function sessionOf({ space, session }: Workplace, sessionId: string): TrainingSession {
  return space.sessions.find(({ id }) => id === sessionId) ?? session;
}
