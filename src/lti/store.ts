import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { OpenDatabase } from '../adapters/knex/dialect.js';
import { RetriedTransactions } from '../adapters/knex/retried-transactions.js';
import { shiftInstant } from '../domain/time/schedule.js';
import type { Clock, Instant } from '../index.js';

/** The tables of the LTI host, and the clock by which they are read. */
export class LtiStore {
  readonly knex: Knex;
  private readonly transactions: RetriedTransactions;

  constructor(
    database: OpenDatabase,
    private readonly clock: Clock,
  ) {
    this.knex = database.knex;
    this.transactions = new RetriedTransactions(database);
  }

  write<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.transactions.run(work);
  }

  now(): Instant {
    return this.clock.now();
  }

  /** The instant so many seconds from now. */
  after(seconds: number): Instant {
    return shiftInstant(this.now(), seconds);
  }

  epochSeconds(): number {
    return Date.parse(this.now()) / 1_000;
  }
}

/** A secret that nobody guesses: 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** By which a secret is found, so that who reads the table cannot use it. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
