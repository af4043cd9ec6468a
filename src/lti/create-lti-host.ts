import { openDatabase } from '../adapters/knex/dialect.js';
import { ltiMigrations, migrateToLatest } from '../adapters/knex/migrate.js';
import type { Judgement } from '../adapters/webhook/judged-fetch.js';
import { ConsoleLogger } from '../adapters/system/console-logger.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import type { Clock, Database, HostPorts, Logger, SeancesPlugin } from '../index.js';
import { AboutCourses } from './about-course.js';
import { AboutPlatforms } from './about-platform.js';
import { DeepLinks } from './deep-links.js';
import { DynamicRegistration } from './dynamic-registration.js';
import { gradeParts } from './grade-parts.js';
import type { Grades } from './grades.js';
import { Keys } from './keys.js';
import { Launches } from './launches.js';
import { Logins } from './logins.js';
import { ltiContacts, ltiDirectory, ltiIdentity, ltiPermissions } from './lti-ports.js';
import { type LtiParts, ltiRoutes } from './lti-routes.js';
import { Openings } from './openings.js';
import { Registrations } from './registrations.js';
import { rosterParts } from './roster-parts.js';
import { Sessions } from './sessions.js';
import { LtiStore } from './store.js';

export interface LtiHostOptions {
  /** Where the tables of the LTI host are: the plugin's database, or another one. */
  readonly database: Database;
  /** Where browsers and platforms find this tool, such as `https://seances.example`. */
  readonly publicUrl: string;
  /** Default: warnings and errors go to the console. */
  readonly logger?: Logger;
  /** Replaces the system's clock, in tests. */
  readonly clock?: Clock;
  /** What sessions are signed with, of 32 characters or more. Default: made, and kept in the database. */
  readonly sessionSecret?: string | undefined;
  /** Takes platforms by http on loopback, for trying out. Default: false. */
  readonly allowHttp?: boolean;
  /** Takes platforms in private networks. Default: false. */
  readonly allowPrivate?: boolean;
  /** Where the plugin is mounted, below `publicUrl`. Default: `/plugins/seances`. */
  readonly basePath?: string;
}

/** A host on LTI 1.3, to be given to the plugin, with the routes that platforms and browsers ask. */
export interface LtiHost {
  readonly host: HostPorts;
  readonly registrations: Registrations;
  readonly keys: Keys;
  /** Answers what is below `/lti`, and undefined to any other request. */
  fetch(request: Request): Promise<Response | undefined>;
  /** Brings the tables of the LTI host up to date. */
  migrate(): Promise<void>;
  /** Does so, and reads rosters from then on, of which it tells `plugin`, and sends grades, which it asks `plugin` for. */
  start(plugin: Pick<SeancesPlugin<never>, 'tell' | 'attendance'>): Promise<void>;
  /** Ends background work, and closes the database, unless it is an instance of Knex that was handed over. */
  stop(): Promise<void>;
}

const shortestSecret = 32;

/** @throws Error when the address or the secret cannot be used, or the database is not of a known kind. */
export function createLtiHost(options: LtiHostOptions): LtiHost {
  const { sessionSecret, logger = new ConsoleLogger(), clock = new SystemClock() } = options;
  if (sessionSecret !== undefined && sessionSecret.length < shortestSecret)
    throw new Error(`The secret of sessions is of ${shortestSecret} characters at least.`);
  const address = publicUrlOf(options.publicUrl);
  const database = openDatabase(options.database);
  const store = new LtiStore(database, clock);
  const [registrations, keys] = [new Registrations(store), new Keys(store, sessionSecret)];
  const sessions = new Sessions(keys, store);
  let plugin: Parameters<LtiHost['start']>[0] = noPlugin;
  const judgement = { allowHttp: options.allowHttp ?? false, allowPrivate: options.allowPrivate ?? false };
  const known = { store, registrations, keys, judgement, logger };
  const { roster, worker } = rosterParts({ ...known, tell: (event) => plugin.tell(event) });
  const { grades, rounds } = gradeParts({ ...known, attendance: (id) => plugin.attendance(id) });
  const app = ltiRoutes(routeParts(options, address, { ...known, sessions, roster }));
  const migrate = async (): Promise<void> => {
    await migrateToLatest(store.knex, ltiMigrations);
  };
  return {
    host: hostOf(sessions, store, logger, grades),
    ...{ registrations, keys, migrate },
    async fetch(request) {
      const { pathname } = new URL(request.url);
      return pathname.startsWith('/lti/') ? app.fetch(request) : undefined;
    },
    async start(started) {
      plugin = started;
      await migrate();
      worker.start();
      rounds.start();
    },
    async stop() {
      await Promise.all([worker.stop(), rounds.stop()]);
      if (database.owned) await store.knex.destroy();
    },
  };
}

const noPlugin: Parameters<LtiHost['start']>[0] = {
  tell: () => Promise.reject(new Error('There is no plugin yet.')),
  attendance: () => Promise.reject(new Error('There is no plugin yet.')),
};

function hostOf(sessions: Sessions, store: LtiStore, logger: Logger, grades: Grades): HostPorts {
  return {
    identity: ltiIdentity(sessions),
    permissions: ltiPermissions(store),
    directory: ltiDirectory(store),
    contacts: ltiContacts(store),
    events: { deliver: (event) => grades.hear(event) },
    logger,
  };
}

/** What the routes are made of, of what the host is made of. */
function routeParts(
  { basePath = '/plugins/seances' }: LtiHostOptions,
  publicUrl: string,
  known: Pick<LtiParts, 'store' | 'registrations' | 'keys' | 'logger' | 'sessions' | 'roster'> & {
    readonly judgement: Judgement;
  },
): LtiParts {
  const { store, registrations, keys, sessions, judgement, roster } = known;
  const logins = new Logins(store);
  return {
    ...known,
    ...{ logins, publicUrl, basePath },
    ...{ aboutCourses: new AboutCourses(store), aboutPlatforms: new AboutPlatforms(store) },
    registration: new DynamicRegistration(registrations, publicUrl, judgement),
    launches: new Launches(registrations, logins, store, `${publicUrl}/lti/launch`, judgement),
    openings: new Openings(registrations, sessions, store, (course) => roster.refreshIfOld(course)),
    deepLinks: new DeepLinks(registrations, sessions, keys, store, publicUrl),
  };
}

function publicUrlOf(given: string): string {
  if (!URL.canParse(given)) throw new Error(`PUBLIC_URL is no address: ${given}`);
  const { protocol, origin, pathname } = new URL(given);
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new Error(`PUBLIC_URL is no address of the web: ${given}`);
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
