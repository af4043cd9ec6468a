import type { OpenDatabase } from '../adapters/knex/dialect.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** What makes a command line impossible to follow, in one sentence. */
export class WrongCall extends Error {}

/** Where the database is: in a file of the platform's, or at an address. */
export type NamedDatabase = { readonly config: string } | { readonly address: string };

/** The options of all commands; each says which ones it takes. */
export interface Options {
  readonly config?: string | undefined;
  readonly database?: string | undefined;
  readonly 'dry-run': boolean;
  readonly 'tell-host': boolean;
  readonly retry: boolean;
  readonly 'host-url'?: string | undefined;
  readonly 'host-secret'?: string | undefined;
  readonly 'public-url'?: string | undefined;
  readonly 'seance-url'?: string | undefined;
  readonly 'subscription-url'?: string | undefined;
  readonly port?: string | undefined;
  readonly samples?: string | undefined;
  readonly user?: string | undefined;
  readonly anchors?: string | undefined;
  readonly issuer?: string | undefined;
  readonly 'client-id'?: string | undefined;
  readonly 'auth-url'?: string | undefined;
  readonly 'token-url'?: string | undefined;
  readonly 'keys-url'?: string | undefined;
  readonly 'token-audience'?: string | undefined;
  readonly 'frame-origins'?: string | undefined;
  readonly name?: string | undefined;
}

/** What a command line says. */
export interface Invocation {
  readonly options: Options;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Undefined when nothing says where the database is. */
  readonly named: NamedDatabase | undefined;
  /** What comes behind the name of a command that has several acts. */
  readonly act?: string | undefined;
}

/** Does the work of a command and says what it found. @returns the process's exit code. */
export type Command = (invocation: Invocation) => Promise<number>;

/** What a command works with that looks into a database. */
export interface OnDatabase {
  readonly database: OpenDatabase;
  readonly unitOfWork: UnitOfWork;
  readonly options: Options;
}

/** The same, of such a command. */
export type DatabaseCommand = (work: OnDatabase) => Promise<number>;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
