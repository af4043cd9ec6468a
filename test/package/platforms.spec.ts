import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { guideExamples, namedExamples } from '../../.config/package-check/examples.mjs';
import { ExampleProject } from '../support/example-project.js';
import { ExampleServer } from '../support/example-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const text = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

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

const appModule = `
import { Module } from '@nestjs/common';

@Module({})
export class AppModule {}
`;

/** What Next does with the route when it is built, which takes it half a minute. */
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

  async function write(page: string, { folder = '', rest = {}, options = {} }: Platform): Promise<string> {
    project = await ExampleProject.create(options);
    const { host } = guideExamples(await text('docs/integrators-guide.md'));
    const files = namedExamples(await text(`docs/platforms/${page}`));
    files.set(`${folder}host.ts`, host);
    files.set(`${folder}platform.ts`, await text('.config/package-check/consumer/platform.ts'));
    for (const [name, code] of [...files, ...Object.entries(rest)]) await project.write(name, code);
    return project.folder;
  }

  it('are all looked at here', async () => {
    const pages = (await readdir(join(root, 'docs/platforms'))).filter((name) => name.endsWith('.md'));
    expect(pages).to.have.members(Object.keys(platforms));
  });

  for (const [page, platform] of Object.entries(platforms)) {
    it(`have code that the compiler accepts: ${page}`, async () => {
      await write(page, platform);
      expect(project?.complaints()).to.deep.equal([]);
    });

    const { server, hasPage = false, compresses = false } = platform;
    if (server !== undefined)
      it(`have code that serves, and ends when it is asked to: ${page}`, async () => {
        const running = await ExampleServer.start(await write(page, platform), server);
        try {
          await useIt((path, init) => running.ask(path, init));
          if (hasPage) await showIt((path) => running.ask(path));
          expect(await isCompressed((path, init) => running.ask(path, init))).to.equal(!compresses);
          expect(await running.end()).to.equal(0);
        } finally {
          running.kill();
        }
      });
  }
});

/** Signed in and out, reading and writing. */
async function useIt(ask: Ask): Promise<void> {
  const space = '/plugins/seances/api/v1/spaces/demo';
  const headers = { cookie: 'user=trainer1', 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Atelier', start: '2026-12-01T09:00', end: '2026-12-01T10:30' });
  expect((await ask(space, { headers })).status).to.equal(200);
  expect((await ask(space)).status).to.equal(401);
  const created = await ask(`${space}/seances`, { method: 'POST', headers, body });
  expect(created.status).to.equal(201);
  expect((await ask(created.headers.get('location') ?? '', { headers })).status).to.equal(200);
}

async function showIt(ask: Ask): Promise<void> {
  const shown = await ask('/seances');
  expect(shown.headers.get('content-type')).to.match(/^text\/html/);
  expect(await shown.text()).to.contain('<seance-tool base-url="/plugins/seances"');
}

async function isCompressed(ask: Ask): Promise<boolean> {
  const headers = { 'accept-encoding': 'gzip' };
  const script = await ask('/plugins/seances/web/seance-tool.js', { headers });
  expect(script.status).to.equal(200);
  return script.headers.get('content-encoding') === 'gzip';
}
