import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';

const { knex: createKnex } = createRequire(import.meta.url)('knex') as {
  knex: (config: Knex.Config) => Knex;
};

const server = 'mysql://user:secret@db.campus.example/seances';

/** What the driver is told of a connection. */
function connectionOf(database: string | Knex.Config): Readonly<Record<string, unknown>> {
  const { knex } = openDatabase(database);
  return (knex.client as { connectionSettings: Readonly<Record<string, unknown>> }).connectionSettings;
}

describe('The kind of a database', () => {
  for (const client of ['pg', 'cockroachdb', 'redshift', 'mssql', 'oracledb'])
    it(`is refused by name, of a configuration and of an instance, when it is ${client}`, () => {
      const refusal = /^The database is SQLite, MySQL or MariaDB, and this Knex is made for another: \w+\.$/;
      expect(() => openDatabase({ client, connection: {} })).to.throw(refusal);
      expect(() => openDatabase(createKnex({ client }))).to.throw(refusal);
    });

  it('is refused by its name, and no more of the address, when the address is of another', () => {
    expect(() => openDatabase('postgres://user:secret@db/seances')).to.throw(
      /^The database is "sqlite:FILE" or .*, and not "postgres:"\.$/,
    );
    expect(() => openDatabase('nowhere')).to.throw(/name"\.$/);
  });

  it('is known of every driver that Knex has for MySQL, without a driver that is not installed', () => {
    for (const client of ['mysql', 'mysql2', 'mariadb'])
      expect(() => openDatabase(createKnex({ client })), client).to.not.throw();
  });
});

describe('The address of a database', () => {
  const refusals: readonly (readonly [string, string])[] = [
    [`${server}?sslmode=require`, 'a parameter "sslmode", and may have pool, causal, ssl, ssl-ca.'],
    [`${server}?pool=5&pool=6`, 'the parameter "pool" twice.'],
    [`${server}?pool=many`, '"pool" of the database\'s address is a number from 1 to 9999.'],
    [`${server}?pool=0`, '"pool" of the database\'s address is a number'],
    [`${server}?causal=yes`, '"causal" of the database\'s address is 0 or 1.'],
    [`${server}?ssl=1`, '"ssl" of the database\'s address is true or false.'],
    [`${server}?ssl=false&ssl-ca=ca.pem`, 'says "ssl=false", and names an authority with "ssl-ca".'],
    [`${server}?ssl-ca=there/is-none.pem`, 'The file of "ssl-ca" cannot be read: ENOENT'],
    ['mysql://user@127.0.0.1/seances?ssl=true', 'names the server as its certificate does.'],
    ['mysql://user@[::1]/seances?ssl=true', 'names the server as its certificate does.'],
    ['sqlite:seances.sqlite?mode=ro', 'a parameter "mode", and has none.'],
  ];
  for (const [address, reason] of refusals)
    it(`is refused when it ends with ${address.slice(address.indexOf('?'))} of ${address.split(/[?@]/)[1]}`, () => {
      expect(() => openDatabase(address))
        .to.throw(reason)
        .and.not.to.match(/secret/);
    });

  it('asks for a proof of who the server is with ssl=true, and for none without', () => {
    const proof = { rejectUnauthorized: true, verifyIdentity: true };
    expect(connectionOf(`${server}?ssl=true`)['ssl']).to.deep.equal(proof);
    expect(connectionOf(server)).to.not.have.property('ssl');
    expect(connectionOf(`${server}?ssl=false`)).to.not.have.property('ssl');
  });

  it('has all signs written, as a configuration has that says nothing else', () => {
    const connection = { host: 'db.campus.example' };
    expect(connectionOf(server)).to.include({ charset: 'utf8mb4' });
    expect(connectionOf({ client: 'mysql2', connection })).to.include({ charset: 'utf8mb4' });
    const said = connectionOf({ client: 'mysql2', connection: { ...connection, charset: 'latin1' } });
    expect(said).to.include({ charset: 'latin1' });
  });
});
