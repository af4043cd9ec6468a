import { MariaDbServer } from './mariadb-server.js';

/*
 * One MariaDB for all the processes that run suites: that of TEST_DATABASE_URL, else one that is started for this run,
 * and whose address they find there.
 */
let started: MariaDbServer | undefined;

export async function mochaGlobalSetup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] || !MariaDbServer.isInstalled()) return;
  started = await MariaDbServer.start();
  process.env['TEST_DATABASE_URL'] = started.address;
}

export async function mochaGlobalTeardown(): Promise<void> {
  await started?.stop();
}
