import type { Knex } from 'knex';
import { HeavierTransaction } from './heavier-transaction.js';
import { type Intervention, WatchedTransactions, type WatchedStatement } from './watched-transactions.js';

/** "Deadlock found when trying to get lock": the transaction is gone. */
export const lost = 1213;

/** As a node of a cluster does whose transaction was not the first to commit: it is gone, and what comes next is not. */
const endByNode: Intervention = async (send) => {
  await send('rollback');
  return Object.assign(new Error('Deadlock found when trying to get lock'), {
    errno: lost,
    code: 'ER_LOCK_DEADLOCK',
    sqlState: '40001',
  });
};

/** Has the server end transactions of a Knex instance at a statement of theirs, counted from `BEGIN`, which is 0. */
export class LostTransactions {
  private others = Promise.resolve();

  private constructor(
    private readonly watched: WatchedTransactions,
    private readonly heavier: HeavierTransaction,
  ) {}

  /** @param knex which has no connection yet. */
  static async of(knex: Knex, address: string): Promise<LostTransactions> {
    return new LostTransactions(new WatchedTransactions(knex), await HeavierTransaction.on(address));
  }

  /** The statements of each transaction since the last plan, its end among them, in the order in which they began. */
  get seen(): readonly (readonly WatchedStatement[])[] {
    return this.watched.seen;
  }

  /**
   * The next one finds a heavier transaction that holds all that it does not hold, and asks for what it holds. It loses
   * at that statement if that asks for a lock it has not got; else at the next that does, if there is one.
   */
  atDeadlock(statement: number): void {
    const isLost = () => this.seen.flat().some(({ errno }) => errno === lost);
    this.watched.onceBefore(statement, async () => {
      await this.heavier.takeWhatIsFree();
      this.others = this.heavier.askForTheRest(isLost);
      return undefined;
    });
  }

  /** The next one is ended as on a cluster: at a statement that asks for nothing, or at the COMMIT, just as well. */
  onCluster(statement: number): void {
    this.watched.onceBefore(statement, endByNode);
  }

  /** @param lose what else happens whenever one is ended. */
  eachTimeOnCluster(statement: number, lose: () => void): void {
    this.watched.alwaysBefore(statement, (send) => {
      lose();
      return endByNode(send);
    });
  }

  /** Nobody disturbs any more, and what was seen is forgotten. */
  async undisturbed(): Promise<void> {
    await this.others;
    this.watched.clear();
  }

  async close(): Promise<void> {
    await this.heavier.close();
  }
}
