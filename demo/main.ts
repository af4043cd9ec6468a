import { pino } from 'pino';
import { readEnvironment } from './environment.js';
import { startDemo, type RunningDemo } from './start-demo.js';

async function main(): Promise<void> {
  const begun = performance.now();
  const demo = await startDemo(readEnvironment(process.env), pino());
  process.stdout.write(`Séances: ${demo.url} (ready after ${Math.round(performance.now() - begun)} ms)\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(demo));
}

async function stop(demo: RunningDemo): Promise<void> {
  try {
    await demo.stop();
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

main().catch(fail);
