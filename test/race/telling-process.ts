/**
 * One process of a platform that tells people what happened in a database that it shares, and mails it. Arguments: the address
 * of the database, and of the mail server. Begins at once. A message is how many seconds later its clock is.
 */
import { createSmtpMailer } from '../../src/adapters/mail/create-smtp-mailer.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';
import { createSeancesPlugin } from '../../src/index.js';
import { raceHost } from './race-host.js';

const [database = '', url = ''] = process.argv.slice(2);
const system = new SystemClock();
let later = 0;
process.on('message', (seconds: number) => {
  later = seconds;
});
process.once('disconnect', () => process.exit());

const { identity, permissions, directory, contacts, logger } = raceHost().ports;
const mailer = createSmtpMailer({ url, from: 'no-reply@campus.example', contacts });
const plugin = createSeancesPlugin(
  { identity, permissions, directory, contacts, logger, mailer, database },
  { clock: { now: () => shiftInstant(system.now(), later) } },
);
await plugin.start();
