/**
 * One process of a platform that delivers the events of a database that it shares. Arguments: the address of the
 * database, the file in which the host writes down what it is told, a line each, and after how many events the process
 * kills itself, 0 for never. Says over IPC that it is there, begins at the first message, and ends when no event is left.
 * A message is how many seconds later its clock is.
 */
import { appendFileSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { DeliverEvents } from '../../src/application/event/deliver-events.js';
import type { SeanceEvent } from '../../src/domain/event/seance-event.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';

const [address = '', file = '', most = '0'] = process.argv.slice(2);
const database = openDatabase(address);
const work = new KnexUnitOfWork(database, true);
const system = new SystemClock();
let later = 0;
let told = 0;

async function tell({ seanceId, data }: SeanceEvent): Promise<void> {
  await pause(4);
  appendFileSync(file, `${JSON.stringify({ process: process.pid, seanceId, number: data['number'] })}\n`);
  told += 1;
  if (told === Number(most)) process.kill(process.pid, 'SIGKILL');
}

await database.knex.raw('select 1');
process.on('message', (seconds: number) => {
  later = seconds;
});
process.send?.('there');
await once(process, 'message');
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => shiftInstant(system.now(), later) };
const deliverer = new DeliverEvents(
  work,
  [{ open: () => Promise.resolve(tell) }],
  new UuidGenerator(),
  clock,
  silent,
);
while ((await work.read(({ outbox }) => outbox.backlog())).waiting > 0) {
  if ((await deliverer.run()) === 0) await pause(10);
}
await database.knex.destroy();
process.disconnect();
