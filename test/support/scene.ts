import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { type FakeHost, FixedClock } from '../../src/testing/index.js';
import { onMysql, onSqlite, type TestDatabase } from './databases.js';
import { Api } from './api.js';
import { campus, today } from './campus.js';
import { Documented, type OpenApiDocument } from './documented.js';
import { type Mount, type Mounted, mounts } from './mounts.js';

/** What the tests of one mount share. Usable in hooks and tests only, but for `mount`. */
export interface Scene {
  readonly mount: Mount;
  readonly api: Api;
  readonly host: FakeHost;
  readonly plugin: SeancesPlugin<unknown>;
  readonly clock: FixedClock;
  readonly database: TestDatabase;
  readonly documented: Documented;
}

/** Defines the same suite for the plugin in every mount, each with a database, a host and a clock of its own. */
export function onEveryMount(title: string, define: (scene: Scene) => void): void {
  for (const mount of mounts) onMount(mount, title, define);
}

/** Defines a suite for the bare handler, where mounts make no difference. */
export function onBareMount(title: string, define: (scene: Scene) => void): void {
  const [first] = mounts;
  if (first) onMount(first, title, define);
}

/** Defines a suite for the bare handler on each engine, where mounts make no difference and the database may. */
export function onBothEngines(title: string, define: (scene: Scene) => void): void {
  for (const mount of mounts.filter(({ title: kind }) => kind === 'fetch')) onMount(mount, title, define);
}

function onMount(mount: Mount, title: string, define: (scene: Scene) => void): void {
  const onDatabase = mount.engine === 'sqlite' ? onSqlite : onMysql;
  onDatabase(`${title}, mounted with ${mount.title} at "${mount.basePath}"`, (database) =>
    define(provided(mount, database)),
  );
}

function provided(mount: Mount, database: TestDatabase): Scene {
  const scene: { -readonly [Part in keyof Scene]?: Scene[Part] } = {};
  let mounted: Mounted | undefined;

  before('mounts the plugin', async () => {
    scene.host = campus();
    scene.clock = new FixedClock(today);
    scene.plugin = createSeancesPlugin(
      { ...scene.host.ports, database: database.knex },
      { basePath: mount.basePath, clock: scene.clock },
    );
    await scene.plugin.start();
    mounted = await mount.open(scene.plugin);
    const { body } = await new Api(mounted, mount.basePath, undefined).get<OpenApiDocument>(
      '/api/v1/openapi.json',
    );
    scene.documented = new Documented(body);
    scene.api = new Api(mounted, mount.basePath, scene.documented);
  });

  after('unmounts the plugin', async () => {
    await mounted?.close();
    await scene.plugin?.stop();
  });

  function part<Name extends keyof Scene>(name: Name): Scene[Name] {
    const value = scene[name];
    if (value === undefined) throw new Error(`The ${name} of a suite is there in its hooks and tests only.`);
    return value as Scene[Name];
  }

  return {
    mount,
    database,
    get api() {
      return part('api');
    },
    get host() {
      return part('host');
    },
    get plugin() {
      return part('plugin');
    },
    get clock() {
      return part('clock');
    },
    get documented() {
      return part('documented');
    },
  };
}
