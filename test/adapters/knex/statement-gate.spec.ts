import { expect } from 'chai';
import type { Knex } from 'knex';
import { StatementGate } from '../../../src/adapters/knex/statement-gate.js';
import { onMysql } from '../../support/databases.js';
import { latch } from '../../support/latch.js';
import { rejection } from '../../support/rejections.js';

const setting = (name: string) => ({ name, value: '1' });

onMysql('The gate before the statements of a transaction', (database) => {
  const settings = (connection: Knex = database.knex) => connection('seance_setting');

  beforeEach(async () => {
    await settings().delete();
    await settings().insert(['a', 'b', 'ballast1', 'ballast2', 'ballast3'].map(setting));
  });

  /** A transaction that changes more than another, has `b`, and asks for `a` once that is `held`: it wins a deadlock. */
  async function heavier() {
    const [held, heavy] = [latch(), latch()];
    const winner = database.knex.transaction(async (transaction) => {
      await settings(transaction).where('name', 'like', 'ballast%').update({ value: '2' });
      await settings(transaction).where({ name: 'b' }).update({ value: '2' });
      heavy.open();
      await held.opened;
      await settings(transaction).where({ name: 'a' }).update({ value: '2' });
    });
    await heavy.opened;
    return { held, winner };
  }

  /** Makes the transaction hold `a` and lose a deadlock over `b`, sending a statement behind the one that fails. */
  async function victim(behind: (transaction: Knex) => Promise<unknown>, isGated: boolean) {
    const { held, winner } = await heavier();
    const losing = database.openAnother().knex.transaction(async (transaction) => {
      if (isGated) StatementGate.before(transaction);
      await settings(transaction).where({ name: 'a' }).update({ value: '3' });
      held.open();
      await Promise.all([
        settings(transaction).where({ name: 'b' }).update({ value: '3' }),
        behind(transaction),
      ]);
    });
    const [error] = await Promise.all([rejection(losing), winner]);
    expect(error).to.include({ errno: 1213 });
  }

  const names = () => settings().orderBy('name').pluck('name');
  const untouched = ['a', 'b', 'ballast1', 'ballast2', 'ballast3'];

  it('lets nothing through behind a statement at which the server rolled the transaction back', async () => {
    await victim((transaction) => settings(transaction).insert(setting('leak')), true);
    expect(await names()).to.deep.equal(untouched);
  });

  it('is needed: without it the server commits by itself what comes behind', async () => {
    await victim((transaction) => settings(transaction).insert(setting('leak')), false);
    expect(await names()).to.deep.equal([...untouched, 'leak']);
  });

  it('refuses to commit what is left when the failure was swallowed', async () => {
    const { held, winner } = await heavier();
    const swallowing = database.openAnother().knex.transaction(async (transaction) => {
      StatementGate.before(transaction);
      await settings(transaction).where({ name: 'a' }).update({ value: '3' });
      held.open();
      await rejection(
        settings(transaction)
          .where({ name: 'b' })
          .update({ value: '3' })
          .then(() => undefined),
      );
    });

    expect(await rejection(swallowing)).to.include({ errno: 1213 });
    await winner;
    expect(await settings().where({ value: '3' })).to.deep.equal([]);
  });

  it('lets the transaction go on after a statement that failed alone, and commits it', async () => {
    await database.knex.transaction(async (transaction) => {
      const gate = StatementGate.before(transaction);
      await rejection(
        settings(transaction)
          .insert(setting('a'))
          .then(() => undefined),
      );
      await settings(transaction).insert(setting('c'));
      expect(gate.isCommitting).to.equal(false);
    });

    expect(await names()).to.include('c');
  });
});
