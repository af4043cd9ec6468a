import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { guideExamples, namedExamples } from '../../.config/package-check/examples.mjs';
import type { ExampleServer } from './example-server.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const text = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** What Nest's page leaves to its reader. */
export const appModule = `
import { Module } from '@nestjs/common';

@Module({})
export class AppModule {}
`;

/**
 * The files of a platform's page by their names, with the host of the guide and the platform that it is written for.
 *
 * @param folder where the host is, such as `lib/`.
 */
export async function filesOfPage(page: string, folder = ''): Promise<Map<string, string>> {
  const { host } = guideExamples(await text('docs/integrators-guide.md'));
  const files = namedExamples(await text(`docs/platforms/${page}`));
  // Next finds TypeScript by a name without an ending.
  files.set(`${folder}host.ts`, page === 'nextjs.md' ? host.replace("platform.js'", "platform'") : host);
  files.set(`${folder}platform.ts`, await text('.config/package-check/consumer/platform.ts'));
  return files;
}

/** What is to be seen of a page that is served. */
interface Sight {
  /** Whether the page of the tool is in it, at `/seances`. */
  readonly hasPage: boolean;
  /** Whether the script of the tool comes compressed, to who takes it so. */
  readonly isZipped: boolean;
}

/** Uses what a page serves as people and browsers do, and then asks it to end. */
export async function tryOut(server: ExampleServer, sight: Sight): Promise<void> {
  const ask: Ask = (path, init) => server.ask(path, init);
  try {
    await useIt(ask);
    if (sight.hasPage) await showIt(ask);
    expect(await isZipped(ask)).to.equal(sight.isZipped);
    expect(await server.end()).to.equal(0);
  } finally {
    server.kill();
  }
}

/** Signed in and out, reading and writing. */
async function useIt(ask: Ask): Promise<void> {
  const space = '/plugins/seances/api/v1/spaces/demo';
  const headers = { cookie: 'user=trainer1', 'content-type': 'application/json' };
  const body = JSON.stringify({ name: 'Atelier', start: '2026-12-01T09:00', end: '2026-12-01T10:30' });
  expect((await ask(space, { headers })).status).to.equal(200);
  expect((await ask(space)).status).to.equal(401);
  // More than the parsers of frameworks take, unless they are told to.
  const large = body + ' '.repeat(900_000);
  const created = await ask(`${space}/seances`, { method: 'POST', headers, body: large });
  expect(created.status).to.equal(201);
  expect((await ask(created.headers.get('location') ?? '', { headers })).status).to.equal(200);
}

async function showIt(ask: Ask): Promise<void> {
  const shown = await ask('/seances');
  expect(shown.headers.get('content-type')).to.match(/^text\/html/);
  expect(await shown.text()).to.contain('<seance-tool base-url="/plugins/seances"');
}

async function isZipped(ask: Ask): Promise<boolean> {
  const headers = { 'accept-encoding': 'gzip' };
  const script = await ask('/plugins/seances/web/seance-tool.js', { headers });
  expect(script.status).to.equal(200);
  return script.headers.get('content-encoding') === 'gzip';
}
