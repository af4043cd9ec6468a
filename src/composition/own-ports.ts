import type { Container } from 'inversify';
import { FileExportWriter } from '../adapters/export/file-export-writer.js';
import { SanitizeHtmlSanitizer } from '../adapters/html/sanitize-html-sanitizer.js';
import { IcalCalendarReader } from '../adapters/ical/ical-calendar-reader.js';
import { IcalWriter } from '../adapters/ical/ical-writer.js';
import { KnexUnitOfWork } from '../adapters/knex/knex-unit-of-work.js';
import { RruleRecurrence } from '../adapters/recurrence/rrule-recurrence.js';
import { NodeDigests } from '../adapters/system/node-digests.js';
import { RandomAddressTokens } from '../adapters/system/random-address-tokens.js';
import { UuidGenerator } from '../adapters/system/uuid-generator.js';
import { PkiTimeStampReader } from '../adapters/timestamp/pki-time-stamp-reader.js';
import { Agenda } from '../ports/agenda.js';
import { CalendarReader } from '../ports/calendar-reader.js';
import { CalendarWriter } from '../ports/calendar-writer.js';
import { Digests } from '../ports/digests.js';
import { EventSink } from '../ports/event-sink.js';
import { ExportWriter } from '../ports/export-writer.js';
import { AddressTokens } from '../ports/address-tokens.js';
import { IdGenerator } from '../ports/id-generator.js';
import { Recurrence } from '../ports/recurrence.js';
import { TextSanitizer } from '../ports/text-sanitizer.js';
import { TimeStampReader } from '../ports/time-stamper.js';
import { UnitOfWork } from '../ports/unit-of-work.js';
import { DatabaseToken } from './tokens.js';

/** Binds what the plugin's adapters implement. */
export function bindOwnPorts(container: Container): void {
  const isHeard = [EventSink, Agenda].some((port) => container.isBound(port));
  container.bind(UnitOfWork).toConstantValue(new KnexUnitOfWork(container.get(DatabaseToken), isHeard));
  container.bind(IdGenerator).toConstantValue(new UuidGenerator());
  container.bind(Recurrence).toConstantValue(new RruleRecurrence());
  container.bind(CalendarReader).toConstantValue(new IcalCalendarReader());
  container.bind(CalendarWriter).toConstantValue(new IcalWriter());
  container.bind(ExportWriter).toConstantValue(new FileExportWriter());
  container.bind(AddressTokens).toConstantValue(new RandomAddressTokens());
  container.bind(Digests).toConstantValue(new NodeDigests());
  container.bind(TimeStampReader).toConstantValue(new PkiTimeStampReader());
  container.bind(TextSanitizer).toConstantValue(new SanitizeHtmlSanitizer());
}
