import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ExampleProject } from '../support/example-project.js';
import { ExampleServer } from '../support/example-server.js';
import { appModule, filesOfPage, tryOut } from '../support/platform-pages.js';

const pages = fileURLToPath(new URL('../../docs/platforms/', import.meta.url));

interface Platform {
  /** Where its host is. */
  readonly folder?: string;
  /** What the page leaves to its reader. */
  readonly rest?: Readonly<Record<string, string>>;
  /** What such a project is compiled with. */
  readonly options?: object;
  /** The module that serves, where one does. */
  readonly server?: string;
  /** True when the page of the tool is in it, at `/seances`. */
  readonly hasPage?: boolean;
  /** True when the platform itself compresses what is answered. */
  readonly compresses?: boolean;
}

/** What Next does with the route once it is built, as it is in test/platforms. */
const routeServer = `
import { serve } from '@hono/node-server';
import { GET, POST } from './app/plugins/seances/[[...path]]/route';

const fetch = (request: Request) => (request.method === 'POST' ? POST : GET)(request);
serve({ fetch, port: Number(process.env['PORT']) });
`;

const platforms: Readonly<Record<string, Platform>> = {
  'express.md': { server: 'server.ts', hasPage: true },
  'fastify.md': { server: 'server.ts', hasPage: true },
  'hono.md': { server: 'server.ts', hasPage: true },
  'nestjs.md': {
    rest: { 'app.module.ts': appModule },
    options: { experimentalDecorators: true },
    server: 'main.ts',
  },
  'nextjs.md': {
    folder: 'lib/',
    rest: { 'server.ts': routeServer },
    options: { module: 'ESNext', moduleResolution: 'Bundler', lib: ['ES2023', 'DOM'], jsx: 'react-jsx' },
    server: 'server.ts',
    compresses: true,
  },
  'remote.md': {},
};

describe('The pages of the platforms', function () {
  this.timeout(60_000);
  let project: ExampleProject | undefined;

  afterEach(() => project?.remove());

  async function write(page: string, { folder, rest = {}, options }: Platform): Promise<string> {
    project = await ExampleProject.create(options);
    const files = await filesOfPage(page, folder);
    for (const [name, code] of [...files, ...Object.entries(rest)]) await project.write(name, code);
    return project.folder;
  }

  it('are all looked at here', async () => {
    const found = (await readdir(pages)).filter((name) => name.endsWith('.md'));
    expect(found).to.have.members(Object.keys(platforms));
  });

  for (const [page, platform] of Object.entries(platforms)) {
    it(`have code that the compiler accepts: ${page}`, async () => {
      await write(page, platform);
      expect(project?.complaints()).to.deep.equal([]);
    });

    const { server, hasPage = false, compresses = false } = platform;
    if (server !== undefined)
      it(`have code that serves, and ends when it is asked to: ${page}`, async () => {
        const running = await ExampleServer.start(await write(page, platform), ['--import', 'tsx', server]);
        await tryOut(running, { hasPage, isZipped: !compresses });
      });
  }
});
