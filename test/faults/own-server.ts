import { MariaDbServer } from '../support/mariadb-server.js';

/** Suites that kill and switch servers start their own: that of TEST_DATABASE_URL is not there for that. */
export const ownServer = {
  isThere: () => MariaDbServer.isInstalled(),
  missing: 'mariadbd is not installed. The suites of faults are skipped.',
};
