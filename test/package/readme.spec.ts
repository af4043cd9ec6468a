import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { commands, embedExample, guideExamples } from '../../.config/package-check/examples.mjs';
import { ExampleProject } from '../support/example-project.js';

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
    const port = await freePort();
    const database = `sqlite:${join(project.folder, 'embed.sqlite')}`;
    const server = spawn(process.execPath, ['--import', 'tsx', 'embed.ts'], {
      cwd: project.folder,
      env: { ...process.env, PORT: String(port), DATABASE_URL: database },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    try {
      const address = `http://127.0.0.1:${port}/plugins/seances/api/v1/spaces/demo`;
      const as = (id: string) => answered(server, address, { cookie: `user=${id}` });
      expect((await as('trainer1')).status).to.equal(200);
      expect((await as('learner1')).status).to.equal(200);
      expect((await as('outsider')).status).to.equal(404);
      expect((await as('nobody')).status).to.equal(401);
    } finally {
      server.kill('SIGKILL');
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The answer of a server that is starting; fails when it ends instead. */
async function answered(
  server: ChildProcess,
  url: string,
  headers: Record<string, string>,
): Promise<Response> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the example ended with ${server.exitCode}`);
    try {
      return await fetch(url, { headers });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
