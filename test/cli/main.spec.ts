import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readManifest } from '../../src/index.js';
import { run } from './command.js';

describe('The command seances', () => {
  it('says how it is used, and which version it is, when it is asked', async () => {
    const help = await run(['--help']);
    expect([help.code, help.errors]).to.deep.equal([0, '']);
    expect(help.output).to.contain('Usage: seances COMMAND').and.to.contain('recompute-instants');
    expect(await run(['check', '--version'])).to.deep.equal({
      code: 0,
      output: `${readManifest().version}\n`,
      errors: '',
    });
  });

  it('ends with 2 and one sentence when it is called wrongly', async () => {
    const there = ['--database', 'sqlite::memory:'];
    for (const [args, says] of [
      [[], /^Name a command: check, check-host, doctor, /],
      [['repair', ...there], /^There is no command "repair" among check, check-host, doctor, /],
      [['check'], /^Name the database, by --config FILE, /],
      [['check', '--database'], /--database/],
      [['check', '--database', '--retry'], /--database/],
      [['check', 'twice', ...there], /^The command check takes no "twice"\.$/],
      [['doctor', '--host-url', 'x', ...there], /^The command doctor takes no --host-url\.$/],
      [['check-host', ...there], /^The command check-host takes no --database\.$/],
      [['check', '--retry', ...there], /^The command check takes no --retry\.$/],
      [['personal-data', ...there], /^The command personal-data needs --user\.$/],
      [['personal-data', '--user', '', ...there], /^The command personal-data needs --user\.$/],
      [['check', '--user', 'learner1', ...there], /^The command check takes no --user\.$/],
      [['outbox', '--retyr', ...there], /^Unknown option '--retyr'\.$/],
      [['outbox', '--retry=yes', ...there], /--retry/],
      [['check', '--database', 'nowhere'], /^The database is "sqlite:FILE" or /],
    ] as const) {
      const { code, output, errors } = await run(args);

      expect([code, output], args.join(' ')).to.deep.equal([2, '']);
      expect(errors, args.join(' ')).to.match(/^seances: [^\n]+\.\n$/);
      expect(errors.trim().slice('seances: '.length)).to.match(says);
    }
  }).timeout(60_000);

  it('takes an empty DATABASE_URL for none', async () => {
    const { code, errors } = await run(['check'], { DATABASE_URL: '' });

    expect([code, errors]).to.deep.equal([
      2,
      'seances: Name the database, by --config FILE, --database ADDRESS or DATABASE_URL.\n',
    ]);
  });

  it('makes no file of a path that is mistyped', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'seances-cli-')), 'mistyped.sqlite');
    for (const command of ['check', 'outbox', 'recompute-instants', 'personal-data']) {
      const more = command === 'personal-data' ? ['--user', 'learner1'] : [];
      const end = await run([command, '--database', `sqlite:${file}`, ...more]);

      expect(end, command).to.deep.equal({
        code: 1,
        output: '',
        errors: `seances: There is no file ${file}.\n`,
      });
      expect(existsSync(file), command).to.equal(false);
    }
  });

  it('fails with the reason when it cannot reach the database', async () => {
    const address = 'mysql://nobody@127.0.0.1:9/nowhere';
    const { code, errors } = await run(['recompute-instants', '--database', address]);

    expect(code).to.equal(1);
    expect(errors).to.equal(
      'seances: The database at 127.0.0.1:9 does not answer: connect ECONNREFUSED 127.0.0.1:9\n',
    );
  });
});
