import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/* A host whose own server replaced the runtime's Request and Response before it loaded the plugin: says what it answers. */
getRequestListener(() => new Response());
const { createSeancesPlugin } = await import('../../src/index.js');
const { nodeHandler } = await import('../../src/hosts/node.js');
const { FakeHost } = await import('../../src/testing/index.js');

const plugin = createSeancesPlugin({ ...new FakeHost().ports, database: process.env['DATABASE_URL'] ?? '' });
await plugin.start();
const server = createServer((incoming, outgoing) => void nodeHandler(plugin)(incoming, outgoing));
let connections = 0;
server.on('connection', () => (connections += 1));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plugins/seances/health/live`;
const answers: unknown[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
for (let request = 0; request < 3; request += 1) {
  const [answer] = (await once(get(url, { agent }), 'response')) as [IncomingMessage];
  answers.push(await json(answer));
}
agent.destroy();
process.send?.({ answers, connections });
server.close();
await plugin.stop();
process.disconnect();
