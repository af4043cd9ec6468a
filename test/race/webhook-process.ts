/**
 * One process of a platform that sends the messages of a database that it shares. Arguments: the address of the database,
 * and after how many messages that have arrived the process kills itself before it writes that down, 0 for never. Says
 * over IPC that it is there, begins at the first message, and ends when nothing is left to send. A message is how many
 * seconds later its clock is.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { NoMetrics } from '../../src/adapters/host/optional-ports.js';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { HttpWebhookSender } from '../../src/adapters/webhook/http-webhook-sender.js';
import { SendDeliveries } from '../../src/application/webhook/send-deliveries.js';
import type { DeliveryOutcome } from '../../src/domain/webhook/webhook.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';
import type { SignedMessage } from '../../src/ports/webhook-sender.js';

const [address = '', most = '0'] = process.argv.slice(2);
const database = openDatabase(address);
const work = new KnexUnitOfWork(database, true);
const system = new SystemClock();
let later = 0;
let sent = 0;

class MortalSender extends HttpWebhookSender {
  override async send(url: string, message: SignedMessage): Promise<DeliveryOutcome> {
    const outcome = await super.send(url, message);
    sent += 1;
    if (sent === Number(most)) process.kill(process.pid, 'SIGKILL');
    return outcome;
  }
}

await database.knex.raw('select 1');
process.on('message', (seconds: number) => {
  later = seconds;
});
process.send?.('there');
await once(process, 'message');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => shiftInstant(system.now(), later) };
const [sender, ids] = [new MortalSender(true), new UuidGenerator()];
const deliveries = new SendDeliveries(work, sender, ids, clock, silent, new NoMetrics());
while ((await work.read(({ webhooks }) => webhooks.backlog())).waiting > 0) {
  if ((await deliveries.run()) === 0) await pause(10);
}
await database.knex.destroy();
process.disconnect();
