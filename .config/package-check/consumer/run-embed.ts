// Runs the README's example as it stands there, with the guide's host, and asks as somebody who is signed in.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

const port = await freePort();
process.env['PORT'] = String(port);
process.env['DATABASE_URL'] = 'sqlite:embed.sqlite';
await import('./embed.js');
const address = `http://127.0.0.1:${port}/plugins/seances/api/v1/spaces/demo`;
for (let attempt = 0; ; attempt += 1) {
  try {
    assert.equal((await fetch(address, { headers: { cookie: 'user=trainer1' } })).status, 200);
    assert.equal((await fetch(address)).status, 401);
    break;
  } catch (error) {
    if (attempt === 50) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
process.exit(0);

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}
