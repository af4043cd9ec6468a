import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FakeHost } from '../../src/testing/index.js';
import { PlatformServer, secret } from '../remote/platform-server.js';
import { completeHost, completeSamples } from '../testing/contract-hosts.js';
import { run } from './command.js';

describe('seances check-host', function () {
  this.timeout(60_000);
  let host: FakeHost;
  let platform: PlatformServer;

  beforeEach(async () => {
    host = completeHost();
    platform = await PlatformServer.start(host);
  });

  afterEach(() => platform.stop());

  const check = (...more: readonly string[]) =>
    run(['check-host', '--host-url', platform.url, '--host-secret', secret, ...more], { ALLOW_HTTP: '1' });

  function samplesFile(changed: object = {}): string {
    const file = join(mkdtempSync(join(tmpdir(), 'seances-samples-')), 'samples.json');
    const samples = { ...completeSamples(host), signedIn: { cookie: 'user=t1' }, ...changed };
    writeFileSync(file, JSON.stringify(samples));
    return file;
  }

  it('says that all is well of a platform that keeps its promises', async () => {
    const { code, output, errors } = await check('--samples', samplesFile());

    expect([code, errors]).to.deep.equal([0, '']);
    expect(output).to.match(/^Nothing is wrong: \d\d promises are kept\.\n$/);
  });

  it('says what it did not ask when it does not know what exists', async () => {
    const { code, output } = await check();

    expect(code).to.equal(0);
    expect(output).to.match(
      /^Nothing is wrong: 7 promises are kept\.\nOf people, .+ signedIn, staff, .+--samples FILE\.\n$/,
    );
  });

  it('says in words which promise is not kept', async () => {
    host.directory.learnerCount = () => Promise.resolve(7);
    const { code, output } = await check('--samples', samplesFile());

    expect(code).to.equal(1);
    expect(output).to.contain('PROBLEM  directory: counts as many learners as it lists\n');
    expect(output).to.contain('PROBLEM  directory: knows nobody in a session that it does not know\n');
    expect(output).to.match(/Problems: 2 of \d\d\.\n$/);
  });

  it('says what a platform answers that it may not answer', async () => {
    platform.believesAll = true;
    const { code, output } = await check();

    expect(code).to.equal(1);
    for (const title of [
      'answers nothing that is not signed',
      'answers nothing that is signed with another secret',
      'answers nothing that was signed for another call',
      'answers nothing that was signed more than five minutes ago',
    ])
      expect(output).to.contain(`PROBLEM  ${title}\n         it answered with 200, where 401 is right\n`);
  });

  it('says once that a platform does not answer', async () => {
    const address = platform.url;
    await platform.stop();
    const args = ['--host-url', address, '--host-secret', secret];
    const { code, output } = await run(['check-host', ...args], { ALLOW_HTTP: '1' });
    platform = await PlatformServer.start(host);

    expect(code).to.equal(1);
    expect(output).to.match(
      /^PROBLEM {2}answers what is signed.+\n.+ did not answer: .*ECONNREFUSED.+\nProblems: 1 of 7\.\n/,
    );
  });

  it('takes samples that say enough', async () => {
    for (const [file, says] of [
      ['nowhere.json', /cannot be read/],
      [samplesFile({ staff: undefined, sessionId: undefined }), /do not say staff, sessionId\./],
      [samplesFile({ learner: { id: 'l1' } }), /give no id, name, locale and timeZone of learner\./],
    ] as const) {
      const { code, errors } = await check('--samples', file);

      expect(code).to.equal(2);
      expect(errors).to.match(says);
    }
  });
});
