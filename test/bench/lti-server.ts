import { createLtiHost } from '../../src/lti/index.js';
import { serveHttp } from '../../src/server/http-server.js';
import { toolUrl } from './launch.js';

/** The process under measurement: the LTI host on node:http, on the database that the environment names. */
const lti = createLtiHost({
  ...{ database: process.env['DATABASE_URL'] ?? '', publicUrl: toolUrl, allowHttp: true },
});
await lti.migrate();
const { port } = await serveHttp(
  async (request) => (await lti.fetch(request)) ?? new Response(null, { status: 404 }),
  0,
);
process.send?.({ port });
process.on('disconnect', () => process.exit());
