import { expect } from 'chai';
import { readEnvironment } from '../../demo/environment.js';

describe('readEnvironment', () => {
  it('needs no variable', () => {
    const expected = { port: 3000, databaseUrl: 'sqlite:seances.sqlite', seedSize: 52, logLevel: 'warn' };
    expect(readEnvironment({})).to.deep.equal(expected);
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', SEED_SIZE: '' })).to.deep.equal(expected);
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
