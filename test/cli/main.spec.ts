import { expect } from 'chai';
import { run } from './command.js';

describe('The command seances', () => {
  it('says how it is used when it is not told what to do, or on which database', async () => {
    for (const args of [[], ['recompute-instants'], ['repair', '--database', 'sqlite::memory:']]) {
      const { code, errors } = await run(args);

      expect(code, args.join(' ')).to.equal(2);
      expect(errors).to.contain('Usage: seances COMMAND').and.to.contain('recompute-instants');
    }
  });

  it('fails with the reason when it cannot reach the database', async () => {
    const address = 'mysql://nobody@127.0.0.1:9/nowhere';
    const { code, errors } = await run(['recompute-instants', '--database', address]);

    expect(code).to.equal(1);
    expect(errors).to.match(/^seances: .*ECONNREFUSED/);
  });

  it('says in one line what an address looks like, when it was given none', async () => {
    const { code, output, errors } = await run(['check', '--database', 'nowhere']);

    expect([code, output]).to.deep.equal([1, '']);
    expect(errors).to.match(/^seances: The database is "sqlite:FILE" or .*\n$/);
  });
});
