import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('migrating-process.ts', import.meta.url));

/** How a process ended, and what it complained of. */
export interface MigrationEnd {
  readonly code: number | null;
  readonly errors: string;
}

/** Starts a process for each address, waits until all are ready, lets them migrate at once, and waits for their ends. */
export async function migrateInProcesses(addresses: readonly string[]): Promise<readonly MigrationEnd[]> {
  const starting = await Promise.all(addresses.map(startingProcess));
  const ends = starting.map(ended);
  for (const { stdin } of starting) stdin?.write('go\n');
  return Promise.all(ends);
}

async function startingProcess(address: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import=tsx', program, address], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return child;
}

async function ended(child: ChildProcess): Promise<MigrationEnd> {
  let errors = '';
  child.stderr?.on('data', (text) => (errors += String(text)));
  if (child.exitCode === null) await once(child, 'close');
  return { code: child.exitCode, errors };
}
