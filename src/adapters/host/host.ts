import type { Agenda } from '../../ports/agenda.js';
import type { Directory } from '../../ports/directory.js';
import type { EventSink } from '../../ports/event-sink.js';
import type { HostLocations } from '../../ports/host-locations.js';
import type { Identity } from '../../ports/identity.js';
import type { Logger } from '../../ports/logger.js';
import type { Mailer } from '../../ports/mailer.js';
import type { Menu } from '../../ports/menu.js';
import type { Metrics } from '../../ports/metrics.js';
import type { Permissions } from '../../ports/permissions.js';
import type { RateLimiter } from '../../ports/rate-limiter.js';

/**
 * What a host hands to the plugin: the whole contract. `describeHostContract` of `seances/testing` checks an object
 * against the promises that each port documents.
 *
 * `Context` is what the host passes beside each request, such as its framework's request; `Database` is what the
 * database adapter opens: an address, a Knex configuration or a Knex instance.
 */
export interface SeancesHost<Context, Database> {
  readonly identity: Identity<Context>;
  readonly permissions: Permissions;
  readonly directory: Directory;
  readonly database: Database;
  readonly menu?: Menu;
  readonly locations?: HostLocations;
  readonly events?: EventSink;
  readonly mailer?: Mailer;
  readonly agenda?: Agenda;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly rateLimiter?: RateLimiter;
}
