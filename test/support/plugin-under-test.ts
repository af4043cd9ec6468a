import {
  createSeancesPlugin,
  type Database,
  type PluginOptions,
  type SeancesPlugin,
} from '../../src/index.js';
import { type FakeHost, FixedClock } from '../../src/testing/index.js';
import { Api } from './api.js';
import { campus, today } from './campus.js';
import { Documented, type OpenApiDocument } from './documented.js';

/** A plugin with options of its own, and a client that checks its answers. */
export interface PluginUnderTest {
  readonly plugin: SeancesPlugin<unknown>;
  readonly api: Api;
  readonly host: FakeHost;
  readonly clock: FixedClock;
  readonly documented: Documented;
}

const started: SeancesPlugin<unknown>[] = [];

/** @param replaced ports in the place of those of the fake host. */
export async function startPlugin(
  database: Database,
  options: PluginOptions = {},
  replaced: object = {},
): Promise<PluginUnderTest> {
  const [host, clock] = [campus(), new FixedClock(today)];
  const plugin = createSeancesPlugin({ ...host, ...replaced, database }, { clock, ...options });
  started.push(plugin);
  await plugin.start();
  const mounted = {
    origin: 'http://campus.test',
    send: (request: Request) => plugin.fetch(request, {}),
    close: () => Promise.resolve(),
  };
  const undocumented = new Api(mounted, '/plugins/seances', undefined);
  const document = await undocumented.get<OpenApiDocument>('/api/v1/openapi.json', { as: null });
  const documented = new Documented(document.body);
  return { plugin, api: new Api(mounted, '/plugins/seances', documented), host, clock, documented };
}

/** For a suite's `after`. */
export async function stopPlugins(): Promise<void> {
  for (const plugin of started.splice(0)) await plugin.stop();
}
