import type { Agenda } from './agenda.js';
import type { Contacts } from './contacts.js';
import type { Directory } from './directory.js';
import type { EventSink } from './event-sink.js';
import type { HostLocations } from './host-locations.js';
import type { Identity } from './identity.js';
import type { Logger } from './logger.js';
import type { Mailer } from './mailer.js';
import type { Menu } from './menu.js';
import type { Metrics } from './metrics.js';
import type { Permissions } from './permissions.js';
import type { RateLimiter } from './rate-limiter.js';
import type { TimeStamper } from './time-stamper.js';

/**
 * What a host does for the plugin: everything that it hands over but the database. `describeHostContract` of
 * `seances/testing` checks an object against the promises that each port documents.
 *
 * `Context` is what the host passes beside each request, such as its framework's request.
 */
export interface HostPorts<Context = unknown> {
  readonly identity: Identity<Context>;
  readonly permissions: Permissions;
  readonly directory: Directory;
  readonly menu?: Menu;
  readonly locations?: HostLocations;
  readonly events?: EventSink;
  readonly mailer?: Mailer;
  readonly contacts?: Contacts;
  readonly agenda?: Agenda;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly rateLimiter?: RateLimiter;
  readonly timeStamper?: TimeStamper;
}
