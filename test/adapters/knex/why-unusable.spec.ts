import { expect } from 'chai';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { prepareDatabase } from '../../../src/adapters/knex/prepare-database.js';
import { whyUnusable } from '../../../src/adapters/knex/why-unusable.js';
import { rejection } from '../../support/rejections.js';

/** Why the plugin does not start on a database. */
async function reasonOn(address: string): Promise<string> {
  const database = openDatabase(address);
  try {
    return ((await rejection(prepareDatabase(database))) as Error).message;
  } finally {
    await database.knex.destroy();
  }
}

describe('Why a database cannot be used', () => {
  it('names host and port of a server that does not answer, and no password', async () => {
    expect(await reasonOn('mysql://somebody:hunter2@127.0.0.1:9/seances')).to.equal(
      'The database at 127.0.0.1:9 does not answer: connect ECONNREFUSED 127.0.0.1:9',
    );
  });

  it('has a reason when the host has several addresses, and none answers', async () => {
    expect(await reasonOn('mysql://somebody:hunter2@localhost:9/seances')).to.match(
      /^The database at localhost:9 does not answer: connect ECONNREFUSED .+:9$/,
    );
  });

  it('names the file that cannot be opened', async () => {
    expect(await reasonOn('sqlite:/no/such/folder/x.sqlite')).to.match(
      /^The database \/no\/such\/folder\/x\.sqlite cannot be used: ./,
    );
  });

  it('is told without the statement, and without a guess about the pool', () => {
    const { knex } = openDatabase('mysql://somebody:hunter2@db.example/seances');
    const timeout = Object.assign(new Error('Knex: The pool is probably full.'), {
      name: 'KnexTimeoutError',
    });
    const refused = new Error("select 'typed' - Access denied for user 'somebody'");

    expect(whyUnusable(knex, timeout)).to.equal(
      'The database at db.example:3306 does not answer: no connection in time, since it is out of reach or all ' +
        'connections of the pool are in use',
    );
    expect(whyUnusable(knex, refused)).to.equal(
      "The database at db.example:3306 cannot be used: Access denied for user 'somebody'",
    );
  });
});
