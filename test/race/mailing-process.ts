/**
 * One process of a platform that mails what people were told. Arguments: the address of the database, that of the mail server,
 * what time it is, and after how many mails that the server has taken the process kills itself, 0 for never. Says
 * over IPC that it is there, and ends when it hears a message.
 */
import { once } from 'node:events';
import { createSmtpMailer } from '../../src/adapters/mail/create-smtp-mailer.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import { createSeancesPlugin, type Contacts, type Message } from '../../src/index.js';
import { FixedClock } from '../../src/testing/index.js';
import { campus } from '../support/campus.js';

const [database = '', url = '', now = '', most = '0'] = process.argv.slice(2);
const contacts: Contacts = {
  of: (ids) => Promise.resolve(ids.map((userId) => ({ userId, address: `${userId}@example.org` }))),
};
const smtp = createSmtpMailer({ url, from: 'no-reply@campus.example', contacts });
let sent = 0;

async function send(message: Message): Promise<void> {
  await smtp.send(message);
  sent += 1;
  if (sent === Number(most)) process.kill(process.pid, 'SIGKILL');
}

const plugin = createSeancesPlugin(
  { ...campus().ports, database, contacts, mailer: { send } },
  { clock: new FixedClock(now as Instant) },
);
const end = once(process, 'message');
process.send?.('there');
await plugin.start();
await end;
await plugin.stop();
await smtp.stop();
process.disconnect();
