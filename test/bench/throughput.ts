import { atLeast, type Figure, medians, perSecond, timed } from './bench.js';
import { firstPage } from './lists.js';
import { type ServerProcess, withProcess } from './server-process.js';

const clients = 64;
const requests = 3_000;

/** First pages per second with many clients, against the same two statements behind `node:http` and nothing else. */
export async function throughput(server: ServerProcess): Promise<readonly Figure[]> {
  return withProcess(new URL('bare-server.ts', import.meta.url), server.database, async (bare) => {
    const [ours, theirs] = [new Load(() => firstPage(server)), new Load(() => firstPage(bare))];
    const [http, floor] = await medians(
      5,
      () => ours.perSecond(),
      () => theirs.perSecond(),
      1,
    );
    const detail = `first pages, ${clients} clients ${http.toFixed(0)}/s (${ours.latencies()}), two statements behind node:http ${floor.toFixed(0)}/s (${theirs.latencies()})`;
    return [{ name: 'throughput', ratio: http / floor, goal: atLeast(0.6), detail }];
  });
}

/** Many clients who each ask again as soon as they are answered. */
class Load {
  private times: number[] = [];

  constructor(private readonly ask: () => Promise<unknown>) {}

  /** Requests that are answered in a second. */
  async perSecond(): Promise<number> {
    this.times = [];
    return perSecond(Array.from({ length: requests }), clients, async () => {
      this.times.push(await timed(this.ask));
    });
  }

  /** How long those of the last round waited, in words. */
  latencies(): string {
    const sorted = [...this.times].sort((a, b) => a - b);
    const [half, most] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]?.toFixed(0));
    return `p50 ${half ?? ''} ms, p99 ${most ?? ''} ms`;
  }
}
