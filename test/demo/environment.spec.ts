import { expect } from 'chai';
import { readEnvironment } from '../../demo/environment.js';

describe('readEnvironment', () => {
  it('needs no variable', () => {
    const expected = { port: 3000, databaseUrl: 'sqlite:seances.sqlite', seedSize: 52, logLevel: 'warn' };
    expect(readEnvironment({})).to.deep.equal(expected);
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', SEED_SIZE: '' })).to.deep.equal(expected);
  });

  it('sends mails by a server that is named, from an address of its own unless another one is', () => {
    const url = 'smtp://localhost:1025';
    const from = 'Campus <no-reply@campus.example>';
    expect(readEnvironment({ SMTP_URL: url }).mail).to.deep.equal({
      url,
      from: 'Séances <seances@example.org>',
    });
    expect(readEnvironment({ SMTP_URL: url, MAIL_FROM: from }).mail).to.deep.equal({ url, from });
    expect(readEnvironment({ MAIL_FROM: from })).not.to.have.property('mail');
  });

  it('stamps closed presence by a service that is named', () => {
    const url = 'https://tsa.example';
    expect(readEnvironment({ TSA_URL: url }).timeStamps).to.equal(url);
    expect(readEnvironment({})).not.to.have.property('timeStamps');
  });

  it('takes what the variables say', () => {
    expect(
      readEnvironment({
        PORT: '8080',
        DATABASE_URL: 'mysql://db/seances',
        SEED_SIZE: '0',
        LOG_LEVEL: 'info',
      }),
    ).to.deep.equal({
      port: 8080,
      databaseUrl: 'mysql://db/seances',
      seedSize: 0,
      logLevel: 'info',
    });
  });

  for (const [name, value] of [
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['SEED_SIZE', '5.5'],
    ['SEED_SIZE', '1e3'],
    ['LOG_LEVEL', 'loud'],
  ] as const) {
    it(`refuses ${name}=${value} in one line that names it`, () => {
      expect(() => readEnvironment({ [name]: value })).to.throw(new RegExp(`^${name} is "${value}": .*$`));
    });
  }
});
