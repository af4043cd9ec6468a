import 'reflect-metadata';
import { Container, type ServiceIdentifier } from 'inversify';
import { guardedPort } from './adapters/host/guarded-port.js';
import type { SeancesHost } from './adapters/host/host.js';
import { defaultSettings, type Manifest, readManifest } from './adapters/host/manifest.js';
import { NoHostLocations, SilentLogger } from './adapters/host/optional-ports.js';
import { registerTool } from './adapters/host/register-tool.js';
import { SanitizeHtmlSanitizer } from './adapters/html/sanitize-html-sanitizer.js';
import { createHandler } from './adapters/http/handler.js';
import { openApi, openApiRoute } from './adapters/http/open-api.js';
import type { Route } from './adapters/http/route.js';
import { calendarRoutes } from './adapters/http/routes/calendar-routes.js';
import { healthRoutes } from './adapters/http/routes/health-routes.js';
import { repetitionRoutes } from './adapters/http/routes/repetition-routes.js';
import { seanceRoutes } from './adapters/http/routes/seance-routes.js';
import { spaceRoutes } from './adapters/http/routes/space-routes.js';
import { webRoutes } from './adapters/http/routes/web-routes.js';
import { IcalWriter } from './adapters/ical/ical-writer.js';
import { type Database, openDatabase, type OpenDatabase } from './adapters/knex/dialect.js';
import { KnexReadiness } from './adapters/knex/knex-readiness.js';
import { KnexUnitOfWork } from './adapters/knex/knex-unit-of-work.js';
import { migrateToLatest } from './adapters/knex/migrate.js';
import { RruleRecurrence } from './adapters/recurrence/rrule-recurrence.js';
import { RandomFeedTokens } from './adapters/system/random-feed-tokens.js';
import { SystemClock } from './adapters/system/system-clock.js';
import { UuidGenerator } from './adapters/system/uuid-generator.js';
import { SpaceAccess } from './application/access/space-access.js';
import { ToolVisibility } from './application/access/tool-visibility.js';
import { CalendarEntries } from './application/calendar/calendar-entries.js';
import { ExportSeance } from './application/calendar/export-seance.js';
import { OwnFeed } from './application/calendar/own-feed.js';
import { ReadFeed } from './application/calendar/read-feed.js';
import { ListGroups } from './application/choice/list-groups.js';
import { ListLocations } from './application/choice/list-locations.js';
import { ListTrainers } from './application/choice/list-trainers.js';
import { EventRecorder } from './application/event/event-recorder.js';
import { ForgetAttempts } from './application/housekeeping/forget-attempts.js';
import { PreviewRepetition } from './application/repetition/preview-repetition.js';
import { PreviewSeriesChange } from './application/repetition/preview-series-change.js';
import { RepeatSeance } from './application/repetition/repeat-seance.js';
import { RepetitionPlanner } from './application/repetition/repetition-planner.js';
import { CreateSeance } from './application/seance/create-seance.js';
import { DeleteSeances } from './application/seance/delete-seances.js';
import { EditSeance } from './application/seance/edit-seance.js';
import { GetSeance } from './application/seance/get-seance.js';
import { ListSeances } from './application/seance/list-seances.js';
import { RestoreSeance } from './application/seance/restore-seance.js';
import { SeanceChoices } from './application/seance/seance-choices.js';
import { SeanceDrafts } from './application/seance/seance-drafts.js';
import { SeanceViews } from './application/seance/seance-view.js';
import { ReadSettings } from './application/settings/read-settings.js';
import { OpenSpace } from './application/space/open-space.js';
import { CalendarWriter } from './ports/calendar-writer.js';
import { Clock } from './ports/clock.js';
import { Directory } from './ports/directory.js';
import { FeedTokens } from './ports/feed-tokens.js';
import { HostLocations } from './ports/host-locations.js';
import { IdGenerator } from './ports/id-generator.js';
import { Identity } from './ports/identity.js';
import { Logger } from './ports/logger.js';
import { Permissions } from './ports/permissions.js';
import { Readiness } from './ports/readiness.js';
import { Recurrence } from './ports/recurrence.js';
import { TextSanitizer } from './ports/text-sanitizer.js';
import { UnitOfWork } from './ports/unit-of-work.js';

export interface PluginOptions {
  /** Where the host mounts the plugin, such as `/plugins/seances`; empty for the root. Default: `/plugins/seances`. */
  readonly basePath?: string;
  /** Origins, such as `https://campus.example`, whose pages may write although they are not the host's own. Default: none. */
  readonly trustedOrigins?: readonly string[];
  /** Replaces the system's clock, in tests. */
  readonly clock?: Clock;
}

/** What the host mounts. */
export interface SeancesPlugin<Context> {
  /** The validated `plugin.json`. */
  readonly manifest: Manifest;
  /** Answers a request below the base path. Never rejects. `context` is handed to the host's `identity` port. */
  fetch(request: Request, context: Context): Promise<Response>;
  /** Brings the database's schema up to date, whatever number of processes start at once, and begins background work. */
  start(): Promise<void>;
  /** Ends background work, and closes the database unless the host opened it. */
  stop(): Promise<void>;
}

/** How often background work looks for something to do. */
const housekeepingEvery = 60 * 60 * 1_000;

const ManifestToken = Symbol('Manifest') as ServiceIdentifier<Manifest>;
const DatabaseToken = Symbol('Database') as ServiceIdentifier<OpenDatabase>;

/**
 * Composes the plugin for a host. Nothing is connected before `start`.
 *
 * @throws Error when `plugin.json` is not valid or the database is not of a known kind.
 */
export function createSeancesPlugin<Context = unknown>(
  host: SeancesHost<Context, Database>,
  options: PluginOptions = {},
): SeancesPlugin<Context> {
  const container = compose(host, options);
  const manifest = container.get(ManifestToken);
  const database = container.get(DatabaseToken);
  const logger = container.get(Logger);
  if (host.menu) registerTool(host.menu, manifest, container.get(ToolVisibility));
  const basePath = normalised(options.basePath ?? '/plugins/seances');
  const handler = createHandler({
    routes: routesOf(container, manifest, basePath),
    basePath,
    trustedOrigins: options.trustedOrigins ?? [],
    identity: guardedPort('identity', host.identity),
    access: container.get(SpaceAccess),
    logger,
  });
  let housekeeping: NodeJS.Timeout | undefined;
  return {
    manifest,
    fetch: handler,
    async start() {
      await migrateToLatest(database.knex);
      housekeeping = setInterval(() => void forgetAttempts(container, logger), housekeepingEvery).unref();
    },
    async stop() {
      clearInterval(housekeeping);
      if (database.owned) await database.knex.destroy();
    },
  };
}

function compose<Context>(host: SeancesHost<Context, Database>, options: PluginOptions): Container {
  const container = new Container();
  const manifest = readManifest();
  const database = openDatabase(host.database);
  container.bind(ManifestToken).toConstantValue(manifest);
  container.bind(DatabaseToken).toConstantValue(database);
  container.bind(Identity).toConstantValue(guardedPort('identity', host.identity));
  container.bind(Permissions).toConstantValue(guardedPort('permissions', host.permissions));
  container.bind(Directory).toConstantValue(guardedPort('directory', host.directory));
  container
    .bind(HostLocations)
    .toConstantValue(guardedPort('locations', host.locations ?? new NoHostLocations()));
  container.bind(Logger).toConstantValue(host.logger ?? new SilentLogger());
  container.bind(Clock).toConstantValue(options.clock ?? new SystemClock());
  container.bind(IdGenerator).toConstantValue(new UuidGenerator());
  container.bind(Recurrence).toConstantValue(new RruleRecurrence());
  container.bind(CalendarWriter).toConstantValue(new IcalWriter());
  container.bind(FeedTokens).toConstantValue(new RandomFeedTokens());
  container.bind(TextSanitizer).toConstantValue(new SanitizeHtmlSanitizer());
  container.bind(UnitOfWork).toConstantValue(new KnexUnitOfWork(database));
  container.bind(Readiness).toConstantValue(new KnexReadiness(database.knex));
  container
    .bind(ReadSettings)
    .toResolvedValue((work) => new ReadSettings(work, defaultSettings(manifest)), [UnitOfWork]);
  bindUseCases(container);
  bindCalendars(container);
  return container;
}

function bindUseCases(container: Container): void {
  provide(container, SpaceAccess, [Permissions, Directory]);
  provide(container, ToolVisibility, [Permissions, Directory]);
  provide(container, OpenSpace, [Permissions, ReadSettings]);
  provide(container, ListGroups, [UnitOfWork]);
  provide(container, ListLocations, [UnitOfWork, HostLocations]);
  provide(container, ListTrainers, [Directory]);
  provide(container, SeanceViews, [Directory, Clock]);
  provide(container, SeanceChoices, [UnitOfWork, Directory, HostLocations]);
  provide(container, EventRecorder, [IdGenerator]);
  provide(container, SeanceDrafts, [TextSanitizer, IdGenerator]);
  provide(container, ListSeances, [UnitOfWork, SeanceViews, Clock]);
  provide(container, GetSeance, [UnitOfWork, SeanceViews]);
  provide(container, CreateSeance, [
    UnitOfWork,
    Directory,
    SeanceChoices,
    SeanceDrafts,
    SeanceViews,
    ReadSettings,
    EventRecorder,
    IdGenerator,
    Clock,
  ]);
  provide(container, EditSeance, [
    UnitOfWork,
    SeanceChoices,
    SeanceDrafts,
    SeanceViews,
    EventRecorder,
    IdGenerator,
    Clock,
  ]);
  provide(container, RepetitionPlanner, [Recurrence]);
  provide(container, PreviewRepetition, [UnitOfWork, RepetitionPlanner, ReadSettings]);
  provide(container, PreviewSeriesChange, [UnitOfWork, SeanceChoices, SeanceDrafts]);
  provide(container, RepeatSeance, [
    UnitOfWork,
    RepetitionPlanner,
    SeanceDrafts,
    SeanceViews,
    ReadSettings,
    Directory,
    EventRecorder,
    IdGenerator,
    Clock,
  ]);
  provide(container, DeleteSeances, [UnitOfWork, EventRecorder, Clock]);
  provide(container, RestoreSeance, [UnitOfWork, SeanceViews, ReadSettings, EventRecorder, Clock]);
  provide(container, ForgetAttempts, [UnitOfWork, Clock]);
}

function bindCalendars(container: Container): void {
  provide(container, CalendarEntries, [TextSanitizer]);
  provide(container, ExportSeance, [UnitOfWork, CalendarEntries, CalendarWriter]);
  provide(container, OwnFeed, [UnitOfWork, FeedTokens, Clock]);
  provide(container, ReadFeed, [
    UnitOfWork,
    Directory,
    SpaceAccess,
    CalendarEntries,
    CalendarWriter,
    FeedTokens,
    Clock,
  ]);
}

/** Binds a class to itself, with the tokens of its constructor's parameters: checked by the compiler, without decorators. */
function provide<Parameters extends unknown[], Instance>(
  container: Container,
  constructor: new (...parameters: Parameters) => Instance,
  tokens: { [Index in keyof Parameters]: ServiceIdentifier<Parameters[Index]> },
): void {
  const make = (...parameters: unknown[]) => new constructor(...(parameters as Parameters));
  container
    .bind<Instance>(constructor)
    .toResolvedValue(make, tokens as unknown as ServiceIdentifier[])
    .inSingletonScope();
}

function routesOf(container: Container, manifest: Manifest, basePath: string): readonly Route[] {
  const routes: Route[] = [
    ...spaceRoutes({
      openSpace: container.get(OpenSpace),
      listGroups: container.get(ListGroups),
      listLocations: container.get(ListLocations),
      listTrainers: container.get(ListTrainers),
    }),
    ...seanceRoutes({
      listSeances: container.get(ListSeances),
      getSeance: container.get(GetSeance),
      createSeance: container.get(CreateSeance),
      editSeance: container.get(EditSeance),
      deleteSeances: container.get(DeleteSeances),
      restoreSeance: container.get(RestoreSeance),
    }),
    ...repetitionRoutes({
      previewRepetition: container.get(PreviewRepetition),
      repeatSeance: container.get(RepeatSeance),
      previewSeriesChange: container.get(PreviewSeriesChange),
    }),
    ...calendarRoutes({
      exportSeance: container.get(ExportSeance),
      readFeed: container.get(ReadFeed),
      ownFeed: container.get(OwnFeed),
    }),
    ...healthRoutes(container.get(Readiness)),
    ...webRoutes(),
  ];
  const all: Route[] = [...routes, openApiRoute(() => openApi(all, manifest.version, basePath))];
  return all;
}

function normalised(basePath: string): string {
  const path = `/${basePath}`.replace(/\/+/g, '/').replace(/\/$/, '');
  return path === '/' ? '' : path;
}

async function forgetAttempts(container: Container, logger: Logger): Promise<void> {
  try {
    await container.get(ForgetAttempts).run();
  } catch (error) {
    logger.warn({ error: String(error) }, 'housekeeping failed; it is tried again later');
  }
}
