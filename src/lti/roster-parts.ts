import type { AnswerLimits, Judgement } from '../adapters/webhook/judged-fetch.js';
import type { HostEvent, Logger } from '../index.js';
import type { Keys } from './keys.js';
import type { Registrations } from './registrations.js';
import { Roster } from './roster.js';
import { RosterNews } from './roster-news.js';
import { RosterStore } from './roster-store.js';
import { RosterWorker } from './roster-worker.js';
import { ServiceTokens } from './service-token.js';
import type { LtiStore } from './store.js';

/** What rosters need of the LTI host. */
export interface RosterNeeds {
  readonly store: LtiStore;
  readonly registrations: Registrations;
  readonly keys: Keys;
  readonly judgement: Judgement;
  readonly logger: Logger;
  /** The plugin's. */
  readonly tell: (event: HostEvent) => Promise<void>;
  /** Of one page. Default: 10 seconds and 8 MiB. */
  readonly limits?: AnswerLimits;
  /** The pause between two looks at what is to be done, in milliseconds. Default: a minute. */
  readonly every?: number;
}

/** The rosters of a host, and the worker that keeps them fresh. */
export function rosterParts(needs: RosterNeeds): { readonly roster: Roster; readonly worker: RosterWorker } {
  const { store, registrations, keys, judgement, logger, tell, limits, every } = needs;
  const [rosters, news] = [new RosterStore(store), new RosterNews(store, tell)];
  const tokens = new ServiceTokens(keys, store, judgement, limits);
  const roster = new Roster({ store, rosters, registrations, tokens, news, logger });
  return { roster, worker: new RosterWorker(roster, rosters, news, logger, every) };
}
