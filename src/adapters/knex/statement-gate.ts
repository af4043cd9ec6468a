import type { Knex } from 'knex';
import { faultOf } from './faults.js';

type Statement = string | { readonly sql: string };
type Send = (connection: object, statement: Statement) => Promise<unknown>;

/** What Knex's client of one transaction offers. It is made for the transaction, and gone with it. */
interface TransactionClient {
  query: Send;
}

/**
 * Stands before the one connection of a transaction: statements go one after the other, and none after one that ended
 * the transaction (ADR 0015). A server that rolls a transaction back leaves the connection without one, and what was
 * sent behind would be committed by itself; 14 people were enrolled in a séance of 7 that way.
 */
export class StatementGate {
  /** Whether the work was done, and all that was left was to commit it. */
  isCommitting = false;
  private before: Promise<unknown> = Promise.resolve();
  /** What ended the transaction. */
  private end: Error | undefined;

  private constructor(private readonly send: { readonly query: Send; readonly end: Send }) {}

  static before(transaction: Knex.Transaction): StatementGate {
    const client = transaction.client as TransactionClient;
    // Knex refuses what comes after the end of a transaction, and calls it over once its end is asked for.
    const gate = new StatementGate({
      query: client.query.bind(client),
      end: (Object.getPrototypeOf(client) as TransactionClient).query.bind(client),
    });
    client.query = (connection, statement) => gate.pass(connection, statement);
    return gate;
  }

  private pass(connection: object, statement: Statement): Promise<unknown> {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    const isRollback = /^rollback/i.test(sql);
    const isCommit = /^commit/i.test(sql);
    const sent = this.before.then(async () => {
      if (this.end !== undefined && !isRollback) throw this.end;
      this.isCommitting ||= isCommit;
      try {
        return await (isRollback || isCommit ? this.send.end : this.send.query)(connection, statement);
      } catch (error) {
        const fault = faultOf(error);
        if (fault === 'lost' || fault === 'waited' || fault === 'unreachable') this.end = error as Error;
        // How the transaction ended is not known: the pool must not hand out what may still be in it.
        if (isRollback || (isCommit && fault !== 'lost')) leavesPool(connection, error);
        throw error;
      }
    });
    this.before = sent.catch(() => undefined);
    return sent;
  }
}

/** Marks a connection as Knex does when its socket fails: the pool closes it instead of handing it out again. */
export function leavesPool(connection: object, reason: unknown): void {
  Object.assign(connection, { __knex__disposed: reason });
}
