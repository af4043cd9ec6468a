import type { Container } from 'inversify';
import { guardedPort } from '../adapters/host/guarded-port.js';
import { NoHostLocations, NoMetrics } from '../adapters/host/optional-ports.js';
import { ConsoleLogger } from '../adapters/system/console-logger.js';
import { Agenda } from '../ports/agenda.js';
import { Contacts } from '../ports/contacts.js';
import { Directory } from '../ports/directory.js';
import { EventSink } from '../ports/event-sink.js';
import { HostLocations } from '../ports/host-locations.js';
import type { HostPorts } from '../ports/host-ports.js';
import { Logger } from '../ports/logger.js';
import { Mailer } from '../ports/mailer.js';
import { Metrics } from '../ports/metrics.js';
import { Permissions } from '../ports/permissions.js';
import { TimeStamper } from '../ports/time-stamper.js';

/** Binds what the host implements, with a stand-in for what it may leave out; without one, nothing is bound. */
export function bindHostPorts<Context>(container: Container, host: HostPorts<Context>): void {
  container.bind(Permissions).toConstantValue(guardedPort('permissions', host.permissions));
  container.bind(Directory).toConstantValue(guardedPort('directory', host.directory));
  container
    .bind(HostLocations)
    .toConstantValue(guardedPort('locations', host.locations ?? new NoHostLocations()));
  container.bind(Logger).toConstantValue(host.logger ?? new ConsoleLogger());
  container.bind(Metrics).toConstantValue(host.metrics ?? new NoMetrics());
  if (host.events) container.bind(EventSink).toConstantValue(guardedPort('events', host.events));
  if (host.mailer) container.bind(Mailer).toConstantValue(guardedPort('mailer', host.mailer));
  if (host.contacts) container.bind(Contacts).toConstantValue(guardedPort('contacts', host.contacts));
  if (host.agenda) container.bind(Agenda).toConstantValue(guardedPort('agenda', host.agenda));
  if (host.timeStamper)
    container.bind(TimeStamper).toConstantValue(guardedPort('timeStamper', host.timeStamper));
}
