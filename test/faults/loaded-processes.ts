import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answered } from './loaded-process.js';

/** What one process was told, with the time when it said so (milliseconds since 1970). */
export interface Heard extends Answered {
  readonly process: number;
  readonly at: number;
}

/** Processes under load, each of which can be killed and is then replaced. */
export class LoadedProcesses {
  /** Everything that any of them was answered. */
  readonly heard: Heard[] = [];
  /** How processes ended that nobody killed. */
  readonly deaths: string[] = [];
  private readonly children: ChildProcess[] = [];
  private seed = 0;

  /** @param addresses of the database, for the processes in turn. */
  constructor(
    private readonly addresses: readonly string[],
    private readonly seances: readonly string[],
  ) {}

  start(count: number): void {
    for (let index = 0; index < count; index += 1) this.fork(index);
  }

  /** As a machine that fails: without a last word. Another process takes its place. */
  async kill(index: number): Promise<void> {
    await end(this.children[index]);
    this.fork(index);
  }

  async killAll(): Promise<void> {
    await Promise.all(this.children.map(end));
  }

  /**
   * Waits until every process, or each of `some`, has had writes and reads done that were asked for from now on.
   *
   * @throws Error when that takes too long.
   */
  async recovered(
    withinMilliseconds: number,
    some: readonly number[] = [...this.children.keys()],
  ): Promise<void> {
    const asked = ['create', 'enrol', 'list'];
    const isDone = (answers: readonly Heard[]) => {
      const done = new Set<string>(answers.flatMap(({ what, status }) => (status < 300 ? [what] : [])));
      return asked.every((what) => done.has(what));
    };
    await this.heardEach(withinMilliseconds, isDone, some);
  }

  /**
   * Waits until every process, or each of `some`, has heard enough of what it asks for from now on.
   *
   * @returns what all of them have heard of that.
   * @throws Error when that takes too long.
   */
  async heardEach(
    withinMilliseconds: number,
    isEnough: (answers: readonly Heard[]) => boolean,
    some: readonly number[] = [...this.children.keys()],
  ): Promise<readonly Heard[]> {
    const begun = Date.now();
    while (Date.now() - begun < withinMilliseconds) {
      const since = this.heard.filter(({ at, milliseconds }) => at - milliseconds >= begun);
      if (some.every((index) => isEnough(since.filter((one) => one.process === index)))) return since;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Not everybody has heard what they should after ${withinMilliseconds} ms.`);
  }

  private fork(index: number): void {
    const child = fork(new URL('loaded-process.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: this.addresses[index % this.addresses.length] },
    });
    child.on('message', (answered: Answered) =>
      this.heard.push({ ...answered, process: index, at: Date.now() }),
    );
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') this.deaths.push(`process ${index} ended with ${String(code ?? signal)}`);
    });
    child.send({ seed: (this.seed += 1), seances: this.seances });
    this.children[index] = child;
  }
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
