import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { commands, embedExample, guideExamples } from '../../.config/package-check/examples.mjs';
import { ExampleProject } from '../support/example-project.js';
import { ExampleServer } from '../support/example-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const text = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

describe('The README', function () {
  this.timeout(60_000);
  let readme: string;
  let project: ExampleProject;

  before(async () => {
    readme = await text('README.md');
    const { host, mounts, contract } = guideExamples(await text('docs/integrators-guide.md'));
    expect(mounts).to.have.length.above(3);
    project = await ExampleProject.create();
    await project.write('platform.ts', await text('.config/package-check/consumer/platform.ts'));
    await project.write('host.ts', host);
    await project.write('embed.ts', embedExample(readme));
    await project.write('contract.ts', contract);
    for (const [index, code] of mounts.entries()) await project.write(`mount-${index}.ts`, code);
  });

  after(() => project.remove());

  it('shows three commands, all of which are scripts of the package', async () => {
    const { scripts } = JSON.parse(await text('package.json')) as { scripts: object };
    expect(commands(readme)).to.deep.equal([
      ...['npm ci && npm start', 'npm ci && npm test', 'npm run test:rest'],
    ]);
    expect(scripts).to.include.keys('start', 'test', 'test:rest');
  });

  it('embeds the plugin in ten lines', () => {
    const lines = embedExample(readme).split('\n');
    expect(lines.filter((line) => line.trim() !== '').length).to.be.at.most(10);
  });

  it("embeds the plugin, with the guide's host, in code that the compiler accepts, as it does the guide's", () => {
    expect(project.complaints()).to.deep.equal([]);
  });

  it("embeds the plugin, with the guide's host, in code that serves who is signed in", async () => {
    const server = await ExampleServer.start(project.folder, ['--import', 'tsx', 'embed.ts']);
    try {
      const as = async (id: string) => {
        const headers = { cookie: `user=${id}` };
        return (await server.ask('/plugins/seances/api/v1/spaces/demo', { headers })).status;
      };
      expect(await as('trainer1')).to.equal(200);
      expect(await as('learner1')).to.equal(200);
      expect(await as('outsider')).to.equal(404);
      expect(await as('nobody')).to.equal(401);
    } finally {
      server.kill();
    }
  });

  it('leads to a guide whose host passes the contract suite as the guide runs it', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--test-reporter=tap', 'contract.ts'],
      { cwd: project.folder },
    );
    expect(stdout).to.match(/^# fail 0$/m);
    expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).to.be.above(10);
  });
});
