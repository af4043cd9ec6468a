import { createDemoApp } from '../../demo/demo-app.js';
import { createDemoHost, type DemoContext } from '../../demo/demo-host.js';
import type { Outbox } from '../../demo/outbox.js';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';

/** The reference host on a database, without a port: what a browser would get from it. */
export interface DemoUnderTest {
  readonly plugin: SeancesPlugin<DemoContext>;
  readonly mailer: Outbox;
  /** What host and plugin have logged as errors. */
  readonly complaints: readonly string[];
  ask(path: string, init: RequestInit): Promise<Response>;
  /** @param user who is signed in; nobody when left out */
  get(path: string, user?: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(
    path: string,
    body: string | URLSearchParams,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

export function demoUnderTest(database: string): DemoUnderTest {
  const complaints: string[] = [];
  const error = (_values: object, message: string) => void complaints.push(message);
  const logger = { info: () => undefined, warn: () => undefined, error };
  const host = createDemoHost(database, logger);
  const plugin = createSeancesPlugin(host);
  const app = createDemoApp(host, plugin, logger);
  return {
    plugin,
    mailer: host.mailer,
    complaints,
    ask: async (path, init) => app.request(path, init),
    get: async (path, user, headers = {}) =>
      app.request(path, { headers: { ...headers, ...(user && { cookie: `demo_user=${user}` }) } }),
    post: async (path, body, headers = {}) => app.request(path, { method: 'POST', body, headers }),
  };
}
