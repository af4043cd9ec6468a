import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request as httpRequest } from 'node:http';
import type { Pool } from 'mysql2/promise';

/** What a bench may use: the plugin over HTTP, in a process of its own, and its database without it. */
export interface Bench {
  /** The plugin's address, without a slash at the end. */
  readonly url: string;
  readonly bare: Pool;
}

/** What a ratio ought to be. */
export interface Goal {
  readonly text: string;
  isMet(ratio: number): boolean;
}

export function atMost(most: number): Goal {
  return { text: `≤ ${most.toFixed(1)}`, isMet: (ratio) => ratio <= most };
}

export function atLeast(least: number): Goal {
  return { text: `≥ ${least.toFixed(1)}`, isMet: (ratio) => ratio >= least };
}

/** One figure: how many times the floor something takes, or how many times as much it does in a second. */
export interface Ratio {
  readonly name: string;
  readonly ratio: number;
  /** Null for what is only told. */
  readonly goal: Goal | null;
  /** What was measured, in words, with units. */
  readonly detail: string;
}

/** A figure that has nothing to compare with is told in words alone. */
export type Figure = Ratio | { readonly name: string; readonly detail: string };

/** What a request brought. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Not read any further: to decode a feed of 0.9 MB takes as long as all the rest, and is no work of the plugin's. */
  readonly body: Buffer;
}

/** Connections that stay open, as those of a proxy in front of the host. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** One request as a user of the fake host, with a form or whatever JSON can say. */
export function send(
  { url }: Pick<Bench, 'url'>,
  actor: string,
  method: string,
  path: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: OutgoingHttpHeaders } = {},
): Promise<Answer> {
  const isForm = body instanceof URLSearchParams;
  const payload = isForm ? body.toString() : body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${url}${path}`, {
      method,
      agent,
      headers: {
        'x-actor': actor,
        ...(payload !== undefined && {
          'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
          'content-length': Buffer.byteLength(payload),
        }),
        ...headers,
      },
    });
    outgoing.on('error', reject).on('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', reject)
        .on('end', () => {
          const { statusCode: status = 0, headers: answered } = incoming;
          resolve({ status, headers: answered, body: Buffer.concat(chunks) });
        });
    });
    outgoing.end(payload);
  });
}

/** What a request answers; throws when that is not a success. */
export async function request(
  bench: Bench,
  actor: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const answer = await send(bench, actor, method, path, { body });
  const text = answer.body.toString();
  if (answer.status >= 300)
    throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** How many of `tasks` are done in a second, when so many workers do one after the other. */
export async function perSecond<Task>(
  tasks: readonly Task[],
  workers: number,
  work: (task: Task, worker: number) => Promise<unknown>,
): Promise<number> {
  const rest = tasks.values();
  const takes = await timed(() =>
    Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        for (const task of rest) await work(task, worker);
      }),
    ),
  );
  return (tasks.length / takes) * 1_000;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds that the rows of each table take to be inserted, in one transaction of one statement per table. */
export async function timedInserts(
  bare: Pool,
  inserts: ReadonlyMap<string, readonly object[]>,
): Promise<number> {
  const connection = await bare.getConnection();
  try {
    return await timed(async () => {
      await connection.query('begin');
      for (const [table, rows] of inserts) {
        const values = rows.map((row) => Object.values(row) as unknown[]);
        await connection.query('insert into ?? (??) values ?', [table, Object.keys(rows[0] ?? {}), values]);
      }
      await connection.query('commit');
    });
  } finally {
    connection.release();
  }
}

/** Medians of two things measured in turn, so that both meet the same weather; rounds to warm up are not counted. */
export async function medians(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
  warmUp = 3,
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -warmUp; round < rounds; round += 1) {
    const pair = [await one(), await other()] as const;
    if (round < 0) continue;
    times[0].push(pair[0]);
    times[1].push(pair[1]);
  }
  return [median(times[0]), median(times[1])];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
