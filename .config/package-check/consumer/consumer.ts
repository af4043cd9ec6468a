// An integrator's project: mounts the plugin by node:http and as a bare fetch handler, and uses it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSeancesPlugin } from 'seances';
import { nodeHandler } from 'seances/node';
import { createPdfSheetWriter } from 'seances/pdf';
import manifest from 'seances/plugin.json' with { type: 'json' };
import { host } from './host.js';

type Ask = (path: string, init?: RequestInit) => Promise<Response>;

const plugin = createSeancesPlugin(
  { ...host, database: 'sqlite:consumer.sqlite' },
  { basePath: '/tools/seances', sheetWriter: createPdfSheetWriter() },
);
assert.equal(plugin.manifest.version, manifest.version);
await plugin.start();

const server = createServer((request, response) => void nodeHandler(plugin)(request, response)).listen(
  0,
  '127.0.0.1',
);
await once(server, 'listening');
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

await use('node:http', (path, init) => fetch(`${origin}/tools/seances${path}`, init));
await use('fetch', (path, init) => {
  const request = new Request(`http://host.example/tools/seances${path}`, init);
  const cookie = request.headers.get('cookie') ?? undefined;
  return plugin.fetch(request, { request: { headers: { cookie } } });
});

server.close();
await plugin.stop();

async function use(name: string, ask: Ask): Promise<void> {
  assert.equal((await ask('/health/ready')).status, 200, name);
  assert.equal((await ask('/api/v1/spaces/demo')).status, 401, name);

  const as = (user: string) => ({ cookie: `user=${user}`, 'content-type': 'application/json' });
  const space = await ask('/api/v1/spaces/demo', { headers: as('trainer1') });
  assert.equal(space.status, 200, name);
  assert.equal(((await space.json()) as { name: string }).name, 'Demo', name);

  const body = JSON.stringify({
    name: `Atelier ${name}`,
    start: '2026-12-01T09:00',
    end: '2026-12-01T10:30',
  });
  const created = await ask('/api/v1/spaces/demo/seances', { method: 'POST', headers: as('trainer1'), body });
  assert.equal(created.status, 201, name);
  const { id, startsAt } = (await created.json()) as { id: string; startsAt: string };
  assert.equal(startsAt, '2026-12-01T08:00:00Z', name);
  assert.match(
    created.headers.get('location') ?? '',
    /^\/tools\/seances\/api\/v1\/spaces\/demo\/seances\/[0-9a-f-]{36}$/,
  );

  const sheet = await ask(`/api/v1/spaces/demo/seances/${id}/attendance.pdf?blank=true`, {
    headers: as('trainer1'),
  });
  assert.equal(sheet.status, 200, name);
  assert.match(await sheet.text(), /^%PDF-1\.7/, name);

  const refused = await ask('/api/v1/spaces/demo/seances', { method: 'POST', headers: as('learner1'), body });
  assert.equal(refused.status, 403, name);
  assert.equal(refused.headers.get('content-type'), 'application/problem+json; charset=utf-8', name);

  const script = await ask('/web/seance-tool.js');
  assert.equal(script.status, 200, name);
  assert.match(script.headers.get('content-type') ?? '', /^text\/javascript/, name);
  assert.match(await script.text(), /seance-tool/, name);
}
