import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createPool } from 'mysql2/promise';
import type { Bench } from './bench.js';

/** What the process under measurement says of itself. */
export interface Condition {
  /** Resident memory, in bytes. */
  readonly memory: number;
}

/** A process that answers requests on a database. */
export interface ServerProcess extends Bench {
  /** The address of the database. */
  readonly database: string;
  /** Milliseconds from the start of the process until it answers. */
  readonly readyAfter: number;
  condition(): Promise<Condition>;
}

/** Runs `measure` with a process that serves the database at `address`, and with bare connections to it. */
export async function withServer<T>(
  address: string,
  measure: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const bare = createPool({ uri: address, connectionLimit: 8 });
  try {
    return await withProcess(new URL('server.ts', import.meta.url), address, (process) => {
      const url = `${process.url}/plugins/seances`;
      return measure({ ...process, url, bare });
    });
  } finally {
    await bare.end();
  }
}

/** Runs `measure` with a process of a program that serves the database at `address`. */
export async function withProcess<T>(
  program: URL,
  address: string,
  measure: (process: Omit<ServerProcess, 'bare'>) => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const child = fork(program, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: address },
  });
  try {
    const { port } = await next<{ port: number }>(child);
    const condition = () => {
      child.send('condition');
      return next<Condition>(child);
    };
    return await measure({
      url: `http://127.0.0.1:${port}`,
      database: address,
      readyAfter: performance.now() - begun,
      condition,
    });
  } finally {
    if (child.connected) child.disconnect();
  }
}

async function next<Message>(child: ChildProcess): Promise<Message> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The server process has ended.')));
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [Message];
  return message;
}
