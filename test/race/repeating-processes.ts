import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Orders, Repetition } from './repeating-process.js';

const program = fileURLToPath(new URL('repeating-process.ts', import.meta.url));

/** How a process ended, and what it said until then. */
export interface End {
  readonly signal: NodeJS.Signals | null;
  readonly repetitions: readonly Repetition[];
}

/** Starts a process for each of `orders`, waits until all are ready, lets them go at once, and waits for their ends. */
export async function repeatInProcesses(address: string, orders: readonly Orders[]): Promise<readonly End[]> {
  const children = await Promise.all(orders.map((some) => ready(address, some)));
  const ends = children.map(ended);
  for (const { stdin } of children) stdin?.write('go\n');
  return Promise.all(ends);
}

async function ready(address: string, orders: Orders): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import=tsx', program, address, JSON.stringify(orders)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // One that is killed leaves a pipe that nobody reads.
  child.stdin.on('error', () => undefined);
  const [greeting] = (await once(child.stdout, 'data')) as [Buffer];
  if (greeting.toString() !== 'there\n') throw new Error(`A process said ${greeting.toString()}`);
  return child;
}

async function ended(child: ChildProcess): Promise<End> {
  if (!child.stdout) throw new Error('A process without output.');
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const repetitions = output === '' ? [] : (JSON.parse(output) as Repetition[]);
  return { signal: child.signalCode, repetitions };
}
