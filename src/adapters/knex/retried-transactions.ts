import type { Knex } from 'knex';
import { LostRace } from '../../ports/unit-of-work.js';
import { isGoneAfterWait, type OpenDatabase, transactionConfig } from './dialect.js';
import { faultOf } from './faults.js';
import { StatementGate } from './statement-gate.js';

/**
 * A transaction that lost a race is run again until so many milliseconds have passed, and a few times however long each
 * takes; then the client is told to come back later.
 */
const patience = 4_000;
const fewestAttempts = 8;
/** The pause before the next try is at most so long, in milliseconds, and doubles up to the most. */
const pauses = { first: 10, most: 100 };
/** On a cluster, what loses at its commit has met what another node is about to commit: that takes its time. */
const pausesAfterCommit = { first: 50, most: 400 };

/** Transactions on a database, each of which is run again when it lost a race. */
export class RetriedTransactions {
  private readonly knex: Knex;
  private readonly config: Knex.TransactionConfig;

  constructor(database: OpenDatabase) {
    this.knex = database.knex;
    this.config = transactionConfig(database);
  }

  /** @throws what `work` throws, or what the database says after the last try. */
  run<T>(work: (transaction: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.attempt(work, 1, performance.now());
  }

  private async attempt<T>(
    work: (transaction: Knex.Transaction) => Promise<T>,
    number: number,
    since: number,
  ): Promise<T> {
    const attempt: { gate?: StatementGate } = {};
    try {
      return await this.knex.transaction(async (transaction) => {
        attempt.gate = StatementGate.before(transaction);
        return work(transaction);
      }, this.config);
    } catch (error) {
      const isOver = number >= fewestAttempts && performance.now() - since > patience;
      if (isOver || !(await this.isLost(error))) throw error;
      const { first, most } = attempt.gate?.isCommitting ? pausesAfterCommit : pauses;
      const longest = Math.min(most, first * 2 ** (number - 1));
      await new Promise((resolve) => setTimeout(resolve, longest * Math.random()));
      return this.attempt(work, number + 1, since);
    }
  }

  private async isLost(error: unknown): Promise<boolean> {
    const fault = faultOf(error);
    if (fault === 'waited') return isGoneAfterWait(this.knex);
    return fault === 'lost' || error instanceof LostRace;
  }
}
