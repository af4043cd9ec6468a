import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../src/adapters/system/uuid-generator.js';
import { EventRecorder } from '../../src/application/event/event-recorder.js';
import { ReadSettings } from '../../src/application/settings/read-settings.js';
import { Transactions } from '../../src/application/transactions.js';
import { LostRace } from '../../src/ports/unit-of-work.js';
import { FixedClock } from '../../src/testing/index.js';
import { onSqlite } from '../support/databases.js';
import { settingsInForce } from '../support/settings.js';
import { statementsOf } from '../support/statements.js';

onSqlite('A transaction of a use case', (database) => {
  const clock = new FixedClock('2024-06-01T12:00:00Z');
  const ids = new UuidGenerator();

  function transactions(): Transactions {
    const work = new KnexUnitOfWork(database.open);
    const settings = new ReadSettings(work, settingsInForce());
    return new Transactions(work, settings, new EventRecorder(ids), ids, clock);
  }

  const settingsRead = (statements: readonly { readonly sql: string }[]) =>
    statements.filter(({ sql }) => sql.startsWith('select `name`, `value` from `seance_setting`')).length;

  it('reads the settings in itself, once, and only when they are asked for', async () => {
    const none = await statementsOf(database.knex, () => transactions().write(() => Promise.resolve()));
    const asked = await statementsOf(database.knex, () =>
      transactions().write(async (transaction) => {
        await transaction.settings.change('', {
          ...{ name: 'promotion', before: 'automatic', after: 'staff', at: clock.now() },
          actor: { id: 'admin', name: 'Ada' },
        });
        expect((await transaction.settingsInForce('')).promotion).to.equal('staff');
        expect(await transaction.settingsInForce('')).to.equal(await transaction.settingsInForce(''));
      }),
    );

    expect(settingsRead(none)).to.equal(0);
    expect(settingsRead(asked)).to.equal(1);
  });

  it('reads the settings again when it is run again', async () => {
    let runs = 0;
    const statements = await statementsOf(database.knex, () =>
      transactions().write(async (transaction) => {
        await transaction.settingsInForce('');
        runs += 1;
        if (runs === 1) throw new LostRace();
      }),
    );

    expect([runs, settingsRead(statements)]).to.deep.equal([2, 2]);
  });

  it('says what the clock says, also after it has waited', async () => {
    const times = await transactions().write((transaction) => {
      const before = transaction.now;
      clock.advance(60);
      return Promise.resolve([before, transaction.now]);
    });

    expect(times).to.deep.equal(['2024-06-01T12:00:00Z', '2024-06-01T12:01:00Z']);
  });

  it('writes down what happened with the rest, or not at all', async () => {
    const seance = { id: ids.next(), spaceId: 'demo', sessionId: 'demo-2026' };
    const recorded = (fails: boolean) =>
      transactions().write(async (transaction) => {
        await transaction.record(null, transaction.now, [{ type: 'seance.created', seance }]);
        if (fails) throw new Error('something else fails');
      });
    const events = () => database.knex('seance_event').pluck('type');

    await recorded(true).catch(() => undefined);
    expect(await events()).to.deep.equal([]);
    await recorded(false);
    expect(await events()).to.deep.equal(['seance.created']);
  });
});
