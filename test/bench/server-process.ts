import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createPool } from 'mysql2/promise';
import type { Bench } from './bench.js';

/** What the process under measurement says of itself. */
export interface Condition {
  /** Resident memory, in bytes. */
  readonly memory: number;
}

/** The plugin in a process of its own, on a database. */
export interface ServerProcess extends Bench {
  /** Milliseconds from the start of the process until it answers. */
  readonly readyAfter: number;
  condition(): Promise<Condition>;
}

/** Runs `measure` with a process that serves the database at `address`, and with bare connections to it. */
export async function withServer<T>(
  address: string,
  measure: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const child = fork(new URL('server.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: address },
  });
  const bare = createPool({ uri: address, connectionLimit: 8 });
  try {
    const { port } = await next<{ port: number }>(child);
    const url = `http://127.0.0.1:${port}/plugins/seances`;
    const condition = () => {
      child.send('condition');
      return next<Condition>(child);
    };
    return await measure({ url, bare, readyAfter: performance.now() - begun, condition });
  } finally {
    await bare.end();
    child.disconnect();
  }
}

async function next<Message>(child: ChildProcess): Promise<Message> {
  const [message] = (await once(child, 'message')) as [Message];
  return message;
}
