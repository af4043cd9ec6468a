import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
const wantedBytes = 1_073_741_824;

/**
 * Where databases of tests are made: in memory where there is a GiB of it, since nothing of them has to last; in the
 * folder of TMPDIR for whoever names one, and clears it away.
 */
export const fastFolder = process.env['TMPDIR'] === undefined && hasRoom(memory) ? memory : tmpdir();

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= wantedBytes;
}
