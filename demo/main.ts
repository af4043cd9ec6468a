import { pino } from 'pino';
import { readEnvironment } from './environment.js';
import { demoSpaces } from './spaces.js';
import { startDemo, type RunningDemo } from './start-demo.js';
import { findUser } from './users.js';

/** How often the demo looks whether npm still runs, in milliseconds. */
const watchedEvery = 500;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const demo = await startDemo(environment, pino({ level: environment.logLevel }));
  process.stdout.write(welcome(demo.url));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(demo));
  if (process.env['npm_lifecycle_event'] === 'start') stopWithNpm(demo);
}

function welcome(url: string): string {
  const [trainer, space] = [findUser('trainer1')?.name, demoSpaces[0]?.name];
  return `
Séances: ${url}
Sign in as ${trainer} (trainer1), open the space "${space}", and click the clock, last in its menu.
`;
}

/** npm passes on what ends it politely; of anything else, all that is seen is that this process has another parent. */
function stopWithNpm(demo: RunningDemo): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void stop(demo);
  }, watchedEvery).unref();
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
