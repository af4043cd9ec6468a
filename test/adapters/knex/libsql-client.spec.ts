import Module from 'node:module';
import { expect } from 'chai';
import sinon from 'sinon';
import { engineOf, openDatabase } from '../../../src/adapters/knex/dialect.js';

/** What `require` asks for a module. */
const loader = Module as unknown as { _load(name: string, ...rest: readonly unknown[]): unknown };

describe('An embedded database where libsql is not installed', () => {
  let load: sinon.SinonStub;

  beforeEach(() => {
    load = sinon.stub(loader, '_load').callThrough();
    load.withArgs('libsql').throws(new Error("Cannot find module 'libsql'"));
  });
  afterEach(() => load.restore());

  it('is refused with a sentence that says what to install, and with the reason', () => {
    expect(() => openDatabase('sqlite::memory:'))
      .to.throw('run "npm install libsql"')
      .with.nested.property('cause.message', "Cannot find module 'libsql'");
  });

  it('keeps no platform from opening its database on MySQL', async () => {
    const { knex } = openDatabase('mysql://user@localhost/seances');
    expect(engineOf(knex)).to.equal('mysql');
    await knex.destroy();
  });
});
