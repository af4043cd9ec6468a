export type { PersonAttendance } from './domain/attendance/hours.js';
export { createSeancesPlugin, type PluginOptions, type SeancesHost, type SeancesPlugin } from './plugin.js';
export { type Manifest, readManifest } from './adapters/host/manifest.js';
export type { Database } from './adapters/knex/dialect.js';
export type { Sheet } from './domain/attendance/sheet.js';
export type { PageOf, PageRequest } from './domain/page.js';
export type { Location } from './domain/location/location.js';
export type { PersonalData, PersonalDataPart, PersonalRecord } from './domain/personal-data/personal-data.js';
export type { Instant, Schedule } from './domain/time/schedule.js';
export { Agenda, type AgendaEntry } from './ports/agenda.js';
export type { EntryInformation } from './ports/calendar-writer.js';
export { Clock } from './ports/clock.js';
export { type Contact, Contacts } from './ports/contacts.js';
export {
  type ActivitySpace,
  Directory,
  type HostGroup,
  type LearnerSearch,
  type Person,
  type PersonSearch,
  type SpaceSession,
  type TrainingSession,
} from './ports/directory.js';
export { EventSink, type PluginEvent } from './ports/event-sink.js';
export type { HostEvent } from './ports/host-events.js';
export type { HostPorts } from './ports/host-ports.js';
export { HostLocations } from './ports/host-locations.js';
export { type Actor, Identity } from './ports/identity.js';
export { Logger } from './ports/logger.js';
export { Mailer, MailRefused, type Message, type MessageCalendar } from './ports/mailer.js';
export { type MetricLabels, Metrics } from './ports/metrics.js';
export { type AdministrationEntry, Menu, type MenuTool } from './ports/menu.js';
export { Permissions, type SpacePermissions } from './ports/permissions.js';
export { RateLimiter } from './ports/rate-limiter.js';
export { TimeStamper } from './ports/time-stamper.js';
export { SheetWriter } from './ports/sheet-writer.js';
