import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPool } from 'mysql2/promise';
import { barePage } from './lists.js';

/** The least that answers a list: two statements, by as many connections as the plugin has, and one JSON text. */
const bare = createPool({ uri: process.env['DATABASE_URL'] ?? '', connectionLimit: 10 });
const server = createServer((_, outgoing) => {
  void barePage(bare).then((page) => {
    const text = JSON.stringify(page);
    outgoing.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    outgoing.end(text);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit());
