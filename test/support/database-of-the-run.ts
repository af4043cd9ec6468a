import { MariaDbServer } from './mariadb-server.js';

/*
 * One MariaDB for all the processes that run suites: that of TEST_DATABASE_URL, else one that is started for this run,
 * and whose address they find there.
 */
let started: MariaDbServer | undefined;

/** It need not survive the machine: half of the time of a migration is waiting for its disk. */
const ofOneRun = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--skip-innodb-doublewrite',
];

export async function mochaGlobalSetup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] || !MariaDbServer.isInstalled()) return;
  started = await MariaDbServer.start(...ofOneRun);
  process.env['TEST_DATABASE_URL'] = started.address;
}

export async function mochaGlobalTeardown(): Promise<void> {
  await started?.stop();
}
