import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import express from 'express';
import { fastify } from 'fastify';
import { expressHandler } from '../../src/hosts/express.js';
import { fastifyPlugin } from '../../src/hosts/fastify.js';
import { nodeHandler } from '../../src/hosts/node.js';
import type { SeancesPlugin } from '../../src/index.js';

/** A plugin that answers requests somewhere. */
export interface Mounted {
  /** Scheme, host and port; the base path comes after it. */
  readonly origin: string;
  send(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export interface Mount {
  readonly title: string;
  /** As the host passes it to `createSeancesPlugin`. */
  readonly basePath: string;
  readonly engine: 'sqlite' | 'mysql';
  /** True where the host itself parses bodies first, and answers those that it cannot parse. */
  readonly hostParsesBodies: boolean;
  open(plugin: SeancesPlugin<unknown>): Promise<Mounted>;
}

const bare = (plugin: SeancesPlugin<unknown>): Promise<Mounted> =>
  Promise.resolve({
    origin: 'http://campus.test',
    send: (request) => plugin.fetch(request, {}),
    close: () => Promise.resolve(),
  });

function viaExpress(basePath: string, hostParsesBodies: boolean) {
  return (plugin: SeancesPlugin<unknown>): Promise<Mounted> => {
    const app = express();
    // In any other environment Express writes every refused body to the console.
    app.set('env', 'test');
    const limit = '1mb';
    if (hostParsesBodies) app.use(express.json({ limit }), express.text({ type: 'text/*', limit }));
    app.use(basePath || '/', expressHandler(plugin));
    return listening(createServer(app));
  };
}

/** The handler itself, without a server. */
export const bareMount: Mount = {
  title: 'fetch',
  basePath: '/plugins/seances',
  engine: 'sqlite',
  hostParsesBodies: false,
  open: bare,
};

/** Every way to mount the plugin, each below another path, and the bare handler once more on MySQL. */
export const mounts: readonly Mount[] = [
  bareMount,
  { ...bareMount, engine: 'mysql' },
  {
    title: 'node:http',
    basePath: '',
    engine: 'sqlite',
    hostParsesBodies: false,
    open: (plugin) =>
      listening(createServer((request, response) => void nodeHandler(plugin)(request, response))),
  },
  {
    title: 'Express',
    basePath: '/a/b/c',
    engine: 'sqlite',
    hostParsesBodies: false,
    open: viaExpress('/a/b/c', false),
  },
  {
    title: 'Express after its body parsers',
    basePath: '/plugins/seances',
    engine: 'sqlite',
    hostParsesBodies: true,
    open: viaExpress('/plugins/seances', true),
  },
  {
    title: 'Fastify',
    basePath: '/plugins/seances',
    engine: 'sqlite',
    hostParsesBodies: false,
    open: async (plugin) => {
      const app = fastify({ bodyLimit: 1_000 });
      await app.register(fastifyPlugin(plugin), { prefix: '/plugins/seances' });
      const origin = await app.listen({ host: '127.0.0.1', port: 0 });
      return { origin, send: (request) => fetch(request), close: () => app.close() };
    },
  },
];

async function listening(server: Server): Promise<Mounted> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    send: (request) => fetch(request),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
