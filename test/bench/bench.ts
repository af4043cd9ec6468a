import type { Pool } from 'mysql2/promise';

/** What a bench may use: the plugin over HTTP, in a process of its own, and its database without it. */
export interface Bench {
  /** The plugin's address, without a slash at the end. */
  readonly url: string;
  readonly bare: Pool;
}

/** One figure: how many times the floor something takes. */
export interface Figure {
  readonly name: string;
  readonly ratio: number;
  readonly goal: string;
  /** What was measured, in words, with units. */
  readonly detail: string;
}

export type Measurement = (bench: Bench) => Promise<readonly Figure[]>;

/** A request as a user of the fake host; throws on any other status than expected. */
export async function request(
  { url }: Bench,
  actor: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'x-actor': actor, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Medians of two things measured in turn, so that both meet the same weather; the first rounds are not counted. */
export async function medians(
  rounds: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -3; round < rounds; round += 1) {
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
