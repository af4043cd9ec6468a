import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** How a command ended, and what it wrote. */
interface End {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs `seances` as a process of its own. */
export async function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<End> {
  const child = spawn(process.execPath, ['--import=tsx', program, ...args], {
    env: { ...process.env, DATABASE_URL: undefined, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, output, errors };
}
