import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { type FakeHost, FixedClock } from '../../src/testing/index.js';
import { engineOfRun, onMysql, onSqlite, type TestDatabase } from './databases.js';
import { Api } from './api.js';
import { campus, today } from './campus.js';
import { Documented, type OpenApiDocument } from './documented.js';
import { bareMount, type Mount, type Mounted, mounts } from './mounts.js';

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

/** Defines a suite of rules that no mount changes: for the bare handler, on the engine of the run. */
export function onHttp(title: string, define: (scene: Scene) => void): void {
  onMount({ ...bareMount, engine: engineOfRun }, title, define);
}

/** Defines a suite of what a server may change on the way: for every mount, each with a host and a clock of its own. */
export function onEveryMount(title: string, define: (scene: Scene) => void): void {
  for (const mount of mounts) onMount(mount, title, define);
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
