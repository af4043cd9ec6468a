import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import ts from 'typescript';
import { commands, embedExample } from '../../.config/package-check/readme-example.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the example imports from `./host.js`: everything but a database, as the integrators' guide describes it. */
const hostModule = `
import { FakeHost, person } from 'seances/testing';

const session = { id: 's', name: 'S', startsOn: null, endsOn: null, timeZone: null };
export const host = new FakeHost().withSpace('room', [session]).withTrainer('s', person('t', 'Anne', 'Durand'));
`;

const compilerOptions = {
  extends: join(root, 'tsconfig.json'),
  compilerOptions: {
    paths: {
      seances: [join(root, 'src/index.ts')],
      'seances/*': [join(root, 'src/hosts/*.ts')],
      'seances/testing': [join(root, 'src/testing/index.ts')],
    },
  },
  include: ['*.ts'],
};

/** What the guide's examples take from the platform that they are written for. */
const platformModule = `
export const users: any = {};
export const rooms: any = {};
export const sessions: any = {};
export const actorOf: any = {};
export const requestOf: any = {};
`;

describe('The README', function () {
  this.timeout(60_000);
  let readme: string;
  let folder: string;

  before(async () => {
    readme = await readFile(join(root, 'README.md'), 'utf8');
    await mkdir(join(root, 'tmp'), { recursive: true });
    folder = await mkdtemp(join(root, 'tmp/readme-'));
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(compilerOptions));
    await writeFile(join(folder, 'host.ts'), hostModule);
    await writeFile(join(folder, 'embed.ts'), embedExample(readme));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('shows three commands, all of which are scripts of the package', async () => {
    const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object };
    expect(commands(readme)).to.deep.equal([
      ...['npm ci && npm start', 'npm ci && npm test', 'npm run test:rest'],
    ]);
    expect(scripts).to.include.keys('start', 'test', 'test:rest');
  });

  it('embeds the plugin in ten lines', () => {
    const lines = embedExample(readme).split('\n');
    expect(lines.filter((line) => line.trim() !== '').length).to.be.at.most(10);
  });

  it('embeds the plugin with code that the compiler accepts', () => {
    expect(complaints(folder, ['embed.ts', 'host.ts'])).to.deep.equal([]);
  });

  it('leads to a guide whose code the compiler accepts: first the host, then modules that import it', async () => {
    const guide = await readFile(join(root, 'docs/integrators-guide.md'), 'utf8');
    const blocks = [...guide.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
    expect(blocks).to.have.length.above(3);
    const files = blocks.map((_, index) => (index === 0 ? 'guide/host.ts' : `guide/block-${index}.ts`));
    await mkdir(join(folder, 'guide'));
    await writeFile(join(folder, 'guide/platform.ts'), platformModule);
    await Promise.all(files.map((file, index) => writeFile(join(folder, file), blocks[index] ?? '')));
    expect(complaints(folder, files)).to.deep.equal([]);
  });

  it('embeds the plugin with code that serves it', async () => {
    const port = await freePort();
    const server = spawn(process.execPath, ['--import', 'tsx', 'embed.ts'], {
      cwd: folder,
      env: { ...process.env, PORT: String(port), DATABASE_URL: `sqlite:${join(folder, 'embed.sqlite')}` },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    try {
      const headers = { 'x-actor': 't' };
      const space = await answered(
        server,
        `http://127.0.0.1:${port}/plugins/seances/api/v1/spaces/room`,
        headers,
      );
      expect(space.status).to.equal(200);
    } finally {
      server.kill('SIGKILL');
    }
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

/** What the compiler has to say about files of `folder`, in the folder's own configuration. */
function complaints(folder: string, names: readonly string[]): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(folder, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => expect.fail(textOf(messageText)) },
  );
  const files = names.map((name) => join(folder, name));
  const program = ts.createProgram(files, config?.options ?? {});
  const sources = files.map((file) => program.getSourceFile(file));
  return sources
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${textOf(messageText)}`);
}

function textOf(message: string | ts.DiagnosticMessageChain): string {
  return ts.flattenDiagnosticMessageText(message, '\n');
}
