import { expect } from 'chai';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { faultOf } from '../../../src/adapters/knex/faults.js';
import { run } from '../../cli/command.js';
import { Certificates, openssl } from '../../support/certificates.js';
import { MariaDbServer } from '../../support/mariadb-server.js';
import { describeWith } from '../../support/requirement.js';

const both = {
  isThere: () => openssl.isThere() && MariaDbServer.isInstalled(),
  missing: 'mariadbd or openssl is not installed. The suite about TLS is skipped.',
};

describeWith(both, 'A connection by an address with TLS', () => {
  let certificates: Certificates;
  let server: MariaDbServer;
  let misnamed: MariaDbServer;
  let plain: MariaDbServer;

  before(async () => {
    certificates = new Certificates();
    [server, misnamed, plain] = await Promise.all([
      serving('localhost'),
      serving('db.campus.example'),
      MariaDbServer.start('--skip-ssl'),
    ]);
  });
  after(async () => {
    await Promise.all([server, misnamed, plain].map((one) => one.stop()));
    certificates.remove();
  });

  function serving(name: string): Promise<MariaDbServer> {
    const { certificate, key } = certificates.of(name);
    return MariaDbServer.start(`--ssl-cert=${certificate}`, `--ssl-key=${key}`);
  }

  const addressOf = ({ address }: MariaDbServer, parameters: string) =>
    `${address.replace('127.0.0.1', 'localhost')}/mysql${parameters}`;
  const trusting = (tail = '') => `?ssl-ca=${encodeURIComponent(certificates.authority)}${tail}`;

  /** By which cipher the connection is kept secret; empty for one in the clear. */
  async function cipherOf(address: string): Promise<string> {
    const { knex } = openDatabase(address);
    try {
      const [[{ Value: cipher }]] = (await knex.raw("show session status like 'ssl_cipher'")) as [
        [{ Value: string }],
      ];
      return cipher;
    } finally {
      await knex.destroy();
    }
  }

  it('is kept secret, with an authority that only the address knows', async () => {
    expect(await cipherOf(addressOf(server, trusting()))).to.match(/^TLS_/);
    expect(await cipherOf(addressOf(server, trusting('&ssl=true&pool=2')))).to.match(/^TLS_/);
    expect(await cipherOf(addressOf(server, ''))).to.equal('');
  });

  const refusals: readonly (readonly [string, () => string, RegExp, string])[] = [
    [
      'whose authority nobody knows',
      () => addressOf(server, '?ssl=true'),
      /unable to (verify|get)|self.signed/,
      'TLS failed. Name the authority',
    ],
    [
      'that proves to be another',
      () => addressOf(misnamed, trusting()),
      /not match certificate's altnames/,
      'name the server as its certificate does',
    ],
    [
      'that speaks no TLS',
      () => addressOf(plain, trusting()),
      /does not support secure connection/,
      'Set up TLS on the server',
    ],
  ];
  for (const [which, address, reason, advice] of refusals) {
    it(`is refused by a server ${which}, as out of reach, and doctor says what to do`, async () => {
      const failed = await cipherOf(address()).catch((error: unknown) => error as Error);
      expect((failed as Error).message).to.match(reason);
      expect(faultOf(failed)).to.equal('unreachable');
      const { code, output } = await run(['doctor', '--database', address()]);
      expect(code).to.equal(1);
      expect(output).to.match(reason).and.contain(advice);
    });
  }

  it('is what doctor advises when the server takes no other, or the user has to have it', async () => {
    const { knex } = openDatabase(addressOf(server, ''));
    await knex.raw("create user 'secret'@'%' identified by 'p' require ssl");
    const inTheClear = addressOf(server, '').replace('root@', 'secret:p@');
    const denied = await run(['doctor', '--database', inTheClear]);
    await knex.raw('set global require_secure_transport = on');
    const refused = await run(['doctor', '--database', addressOf(server, '')]);
    await knex.raw('set global require_secure_transport = off');
    await knex.destroy();

    expect(denied.output).to.contain('denied').and.contain('?ssl=true');
    expect(refused.output).to.contain('denied').and.contain('?ssl=true');
  });
});
