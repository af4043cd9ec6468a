import type { PersonAttendance } from './domain/attendance/hours.js';
import type { Manifest } from './adapters/host/manifest.js';
import { registerTool } from './adapters/host/register-tool.js';
import { limitsOf, type RequestLimits } from './adapters/http/limits.js';
import { basePathOf } from './adapters/http/path-template.js';
import { PublicAddress } from './adapters/http/public-address.js';
import type { Database } from './adapters/knex/dialect.js';
import { prepareDatabase } from './adapters/knex/prepare-database.js';
import { createPdfSheetWriter } from './adapters/sheet/create-pdf-sheet-writer.js';
import { SystemClock } from './adapters/system/system-clock.js';
import { compose, type Deployment } from './composition/compose.js';
import type { PersonalData } from './domain/personal-data/personal-data.js';
import type { Clock } from './ports/clock.js';
import type { HostEvent } from './ports/host-events.js';
import type { HostPorts } from './ports/host-ports.js';
import type { SheetWriter } from './ports/sheet-writer.js';
import { wholeFetch } from './ports/whole-answer.js';

/**
 * What a host hands to the plugin: the whole contract. `Stored` is what it gives as its database: an address, a Knex
 * configuration or a Knex instance.
 */
export interface SeancesHost<Context = unknown, Stored = Database> extends HostPorts<Context> {
  readonly database: Stored;
}

export interface PluginOptions {
  /** Where the host mounts the plugin, such as `/plugins/seances`; empty for the root. Default: `/plugins/seances`. */
  readonly basePath?: string;
  /**
   * Where browsers find what is mounted there, such as `https://campus.example/seances`, behind a proxy that changes the path
   * or the `Host` header. Every address that the plugin writes begins with it. Default: what requests say, and `basePath`.
   */
  readonly publicUrl?: string;
  /** Origins, such as `https://campus.example`, whose pages may write although they are not the host's own. Default: none. */
  readonly trustedOrigins?: readonly string[];
  /**
   * The address of the page on which the host shows a séance, absolute, `http` or `https`: calendar entries lead there. It
   * is asked for each séance of a calendar whenever that is read, so it computes, and looks nothing up. Default: entries
   * lead nowhere.
   */
  readonly seanceUrl?: (spaceId: string, id: string) => string;
  /**
   * The address of the page on which people subscribe to their séances, absolute, `http` or `https`, such as that of the tool
   * in this space: every mail about its séances leads there. It computes, and looks nothing up. Default: mails lead nowhere.
   */
  readonly subscriptionUrl?: (spaceId: string) => string;
  /**
   * Writes sheets of presence as PDF: that of `seances/pdf` with fonts of your own, where people have names in letters that its
   * own lack. Default: `createPdfSheetWriter()`.
   */
  readonly sheetWriter?: SheetWriter;
  /** About the addresses that administrators have told what happens. */
  readonly webhooks?: {
    /** Whether they may be on this machine, and by http there: for trying out. Default: false. */
    readonly allowHttp?: boolean;
  };
  /** What one request may cost, and how long it waits. */
  readonly limits?: Partial<PluginLimits>;
  /** Replaces the system's clock, in tests. */
  readonly clock?: Clock;
}

/** The limits that a host can set. Whatever it leaves out has its default. */
export interface PluginLimits extends RequestLimits {
  /**
   * How many requests one actor may send to one process in a minute, counted here; `too-many-requests` above. The host's
   * own `rateLimiter` comes before it. Default: no limit.
   */
  readonly requestsPerMinute: number;
  /**
   * How long a statement waits for a lock, in seconds; `busy` after that. For a database that is given as an address: a
   * Knex configuration or instance says so itself. Default: 5.
   */
  readonly lockWaitSeconds: number;
}

/** What the host mounts. */
export interface SeancesPlugin<Context> {
  /** The validated `plugin.json`. */
  readonly manifest: Manifest;
  /** Answers a request below the base path. Never rejects. `context` is handed to the host's `identity` port. */
  fetch(request: Request, context: Context): Promise<Response>;
  /**
   * Brings the database's schema up to date, whatever number of processes start at once, and begins background work.
   * Rejects with a sentence about the database when that cannot be used, or when a Knex of the host's own changes what it
   * reads.
   */
  start(): Promise<void>;
  /**
   * What the host tells: that a user, a session or a space is gone, or that somebody joined or left. Resolves when it
   * is done; a rejection is to be told again later.
   */
  tell(event: HostEvent): Promise<void>;
  /**
   * How much each person was there, in the half-days of a session that are closed: for a grade, or a proof. What is corrected
   * later is told by the event `attendance.corrected`. Of nobody for a session without one.
   */
  attendance(sessionId: string): Promise<readonly PersonAttendance[]>;
  /**
   * All that is stored about one person, for who asks what that is: plain JSON, part by part as `personalData` of
   * `plugin.json` lists it. Other people are left out of it, and so are secrets. Whether somebody may have it is the
   * host's to decide. Rejects for an empty id.
   */
  personalData(userId: string): Promise<PersonalData>;
  /**
   * Waits for the requests under way and ends background work, then closes the database unless the host opened it.
   * Not ready (`/health/ready`) from the beginning on.
   */
  stop(): Promise<void>;
}

/**
 * Composes the plugin for a host. Nothing is connected before `start`.
 *
 * @throws Error when `plugin.json` or `publicUrl` is not valid, or the database is not of a known kind.
 */
export function createSeancesPlugin<Context = unknown>(
  host: SeancesHost<Context>,
  options: PluginOptions = {},
): SeancesPlugin<Context> {
  const parts = compose(host, deploymentOf(host.database, options));
  const { manifest, database, underWay, work } = parts;
  if (host.menu) registerTool(host.menu, manifest, parts.toolVisibility);
  return {
    manifest,
    fetch: wholeFetch((request, context) => underWay.run(() => parts.handler(request, context))),
    tell: (event) => parts.hearHostEvent.run(event),
    attendance: (sessionId) => parts.readHours.settled(sessionId),
    personalData: (userId) => parts.readPersonalData.run(userId),
    async start() {
      const prepared = await prepareDatabase(database);
      parts.logger.info({ version: manifest.version, ...prepared }, 'the plugin has started');
      for (const repeater of work) repeater.start();
    },
    async stop() {
      await Promise.all([underWay.end(), ...work.map((repeater) => repeater.stop())]);
      if (database.owned) await database.knex.destroy();
    },
  };
}

function deploymentOf(database: Database, options: PluginOptions): Deployment {
  const { publicUrl, trustedOrigins, seanceUrl, subscriptionUrl, sheetWriter, webhooks, limits, clock } =
    options;
  const { requestsPerMinute, lockWaitSeconds, ...given } = limits ?? {};
  const basePath = basePathOf(options.basePath ?? '/plugins/seances');
  return {
    database,
    basePath,
    address: new PublicAddress(basePath, publicUrl),
    trustedOrigins: trustedOrigins ?? [],
    limits: limitsOf(given),
    requestsPerMinute,
    lockWaitSeconds,
    clock: clock ?? new SystemClock(),
    sheetWriter: sheetWriter ?? createPdfSheetWriter(),
    allowsHttp: webhooks?.allowHttp ?? false,
    seanceUrl,
    subscriptionUrl,
  };
}
