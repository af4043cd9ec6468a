import type { OpenDatabase } from '../adapters/knex/dialect.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** What a command works with. */
export interface Invocation {
  readonly database: OpenDatabase;
  readonly unitOfWork: UnitOfWork;
  readonly options: {
    readonly 'dry-run': boolean;
    readonly retry: boolean;
  };
}

/** Does the work of a command and says what it found. @returns the process's exit code. */
export type Command = (invocation: Invocation) => Promise<number>;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
