import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeHandler } from '../../src/hosts/node.js';
import { createSeancesPlugin } from '../../src/index.js';
import { benchHost } from './bench-host.js';

/** The process under measurement: the plugin on node:http, on the database that the environment names. */
const plugin = createSeancesPlugin({ ...benchHost().ports, database: process.env['DATABASE_URL'] ?? '' });
await plugin.start();
const server = createServer((incoming, outgoing) => {
  void nodeHandler(plugin)(incoming, outgoing);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() }));
process.on('disconnect', () => process.exit());
