import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import openapiTS, { astToString } from 'openapi-typescript';
import { nodeHandler } from '../../src/hosts/node.js';
import { onSqlite } from '../support/databases.js';
import { startPlugin, stopPlugins } from '../support/plugin-under-test.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** What somebody writes who has the document alone: every address, field and answer is checked by the compiler. */
const program = `
import createClient from 'openapi-fetch';
import type { paths } from './paths.js';

const headers = { 'x-actor': 'trainer1' };
const client = createClient<paths>({ baseUrl: process.argv[2] ?? '', headers });
const space = 'demo';

const created = await client.POST('/api/v1/spaces/{space}/seances', {
  params: { path: { space }, header: { 'Idempotency-Key': 'once' } },
  body: { name: 'Excel', start: '2026-12-01T09:00', end: '2026-12-01T11:00', enrolmentMode: 'public', capacity: 5 },
});
if (!created.data) throw new Error(created.error.code);
const { id } = created.data;

const repeated = await client.POST('/api/v1/spaces/{space}/seances/{id}/repetitions', {
  params: { path: { space, id } },
  body: { weekdays: ['TU'], weeks: 3 },
});
if (!repeated.data) throw new Error(repeated.error.code);

const enrolled = await client.PUT('/api/v1/spaces/{space}/seances/{id}/enrolments/me', {
  params: { path: { space, id } },
  headers: { 'x-actor': 'learner1' },
});
if (!enrolled.data) throw new Error(enrolled.error.code);
const status = 'status' in enrolled.data ? enrolled.data.status : 'in a whole series';

const refused = await client.POST('/api/v1/spaces/{space}/seances/{id}/repetitions', {
  params: { path: { space, id: 'nothing' } },
  body: { weekdays: ['TU'], weeks: 3 },
});
const list = await client.GET('/api/v1/spaces/{space}/seances', { params: { path: { space }, query: { size: 10 } } });

console.log(JSON.stringify([repeated.data.created, status, refused.error?.code, list.data?.total]));
`;

const compilerOptions = { extends: join(root, 'tsconfig.json'), include: ['*.ts'] };

onSqlite('A client that is generated from the OpenAPI document', (database) => {
  let folder: string;
  let server: Server;
  let address: string;

  before(async () => {
    const { plugin, documented } = await startPlugin(database.knex);
    const answer = nodeHandler(plugin);
    server = createServer((incoming, outgoing) => void answer(incoming, outgoing)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plugins/seances`;
    await mkdir(join(root, 'tmp'), { recursive: true });
    folder = await mkdtemp(join(root, 'tmp/client-'));
    const types = await openapiTS(JSON.stringify(documented.document), { defaultNonNullable: false });
    await writeFile(join(folder, 'paths.ts'), astToString(types));
    await writeFile(join(folder, 'client.ts'), program);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(compilerOptions));
  });
  after(async () => {
    server.close().closeAllConnections();
    await stopPlugins();
    await rm(folder, { recursive: true, force: true });
  });

  it('is accepted by the compiler, and creates, repeats and enrols', async function () {
    this.timeout(120_000);
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout: complaints } = await run(process.execPath, [compiler, '-p', folder, '--noEmit']).catch(
      (failed: unknown) => failed as { stdout: string },
    );
    expect(complaints).to.equal('');
    const { stdout } = await run(process.execPath, ['--import=tsx', 'client.ts', address], { cwd: folder });
    expect(JSON.parse(stdout)).to.deep.equal([3, 'enrolled', 'not-found', 4]);
  });
});
