import type { Knex } from 'knex';
import type { Connection, QueryError } from 'mysql2';

/** A statement of a transaction, what stands for its question marks, and the number of the error that it ended with. */
export interface WatchedStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
  errno?: number;
}

/** Sends a statement on the connection of the transaction, before whatever waits to be sent there. */
export type Send = (sql: string) => Promise<void>;

/** What happens when a statement is about to be sent. An error stands for the server's answer, and nothing is sent. */
export type Intervention = (send: Send) => Promise<Error | undefined>;

type Answered = (error: QueryError | null, ...rest: readonly unknown[]) => void;
type Query = (
  asked: string | { readonly sql: string },
  values: readonly unknown[],
  answered?: Answered,
) => unknown;

interface ConnectionMaker {
  acquireRawConnection(): Promise<Connection>;
}

/**
 * Sees the statements of all transactions of a Knex instance on MySQL when the driver gets them, after everything that
 * decides above it what is sent, and when. One statement can be held until something has happened; what was sent behind
 * it waits behind it, as it does in the driver's own queue.
 */
export class WatchedTransactions {
  /** The statements of each transaction with its beginning and its end, in the order in which they began. */
  readonly seen: WatchedStatement[][] = [];
  private planned: { readonly statement: number; readonly work: Intervention } | undefined;
  private isAgain = false;

  /** @param knex which has no connection yet. */
  constructor(knex: Knex) {
    const client = knex.client as ConnectionMaker;
    const make = client.acquireRawConnection.bind(client);
    client.acquireRawConnection = async () => this.watch(await make());
  }

  /** Forgets what was seen, and what was planned. */
  clear(): void {
    this.seen.length = 0;
    this.planned = undefined;
  }

  /** Has `work` done before a statement of the next transaction, counted from its `BEGIN`, which is 0. */
  onceBefore(statement: number, work: Intervention): void {
    this.clear();
    this.planned = { statement, work };
    this.isAgain = false;
  }

  /** As `onceBefore`, in each transaction that follows. */
  alwaysBefore(statement: number, work: Intervention): void {
    this.onceBefore(statement, work);
    this.isAgain = true;
  }

  private watch(connection: Connection): Connection {
    const pass = connection.query.bind(connection) as unknown as Query;
    const send: Send = (sql) =>
      new Promise((resolve, reject) => {
        pass(sql, [], (error) => (error ? reject(error) : resolve()));
      });
    let transaction: WatchedStatement[] | undefined;
    let held: Promise<void> | undefined;
    const query: Query = (asked, values, answered) => {
      const sql = typeof asked === 'string' ? asked : asked.sql;
      if (/^begin/i.test(sql)) this.seen.push((transaction = []));
      if (!transaction || !answered) return pass(asked, values, answered);
      const statement: WatchedStatement = { sql, values };
      const work = this.workBefore(transaction.push(statement) - 1, transaction);
      if (/^(commit|rollback)/i.test(sql)) transaction = undefined;
      const end: Answered = (error, ...rest) => {
        if (error?.errno !== undefined) statement.errno = error.errno;
        answered(error, ...rest);
      };
      const go = () => void pass(asked, values, end);
      if (work)
        held = (held ?? Promise.resolve())
          .then(() => work(send))
          .then((error) => (error ? end(error as QueryError) : go()));
      else if (held) held = held.then(go);
      else go();
      return undefined;
    };
    connection.query = query as unknown as typeof connection.query;
    return connection;
  }

  private workBefore(statement: number, transaction: WatchedStatement[]): Intervention | undefined {
    const isMeant = this.isAgain || transaction === this.seen[0];
    return isMeant && this.planned?.statement === statement ? this.planned.work : undefined;
  }
}
