import 'reflect-metadata';
import { Container, type ServiceIdentifier } from 'inversify';
import { guardedPort } from './adapters/host/guarded-port.js';
import type { SeancesHost } from './adapters/host/host.js';
import { defaultSettings, type Manifest, readManifest, settingsCheck } from './adapters/host/manifest.js';
import { NoHostLocations, NoMetrics, SilentLogger } from './adapters/host/optional-ports.js';
import { registerTool } from './adapters/host/register-tool.js';
import { SanitizeHtmlSanitizer } from './adapters/html/sanitize-html-sanitizer.js';
import { createHandler } from './adapters/http/handler.js';
import { basePathOf } from './adapters/http/path-template.js';
import { limitsOf, type RequestLimits } from './adapters/http/limits.js';
import { openApi, openApiRoute } from './adapters/http/open-api.js';
import type { Route } from './adapters/http/route.js';
import { commentRoutes } from './adapters/http/routes/comment-routes.js';
import { closedDayRoutes } from './adapters/http/routes/closed-day-routes.js';
import { calendarRoutes } from './adapters/http/routes/feed-routes.js';
import { healthRoutes } from './adapters/http/routes/health-routes.js';
import { locationRoutes } from './adapters/http/routes/location-routes.js';
import { repetitionRoutes } from './adapters/http/routes/repetition-routes.js';
import { enrolmentRoutes } from './adapters/http/routes/enrolment-routes.js';
import { seanceRoutes } from './adapters/http/routes/seance-routes.js';
import { settingsRoutes } from './adapters/http/routes/settings-routes.js';
import { spaceRoutes } from './adapters/http/routes/space-routes.js';
import { webRoutes } from './adapters/http/routes/web-routes.js';
import { UnderWay } from './adapters/http/under-way.js';
import { IcalCalendarReader } from './adapters/ical/ical-calendar-reader.js';
import { IcalWriter } from './adapters/ical/ical-writer.js';
import { type Database, openDatabase, type OpenDatabase } from './adapters/knex/dialect.js';
import { KnexReadiness } from './adapters/knex/knex-readiness.js';
import { KnexUnitOfWork } from './adapters/knex/knex-unit-of-work.js';
import { migrateToLatest } from './adapters/knex/migrate.js';
import { RruleRecurrence } from './adapters/recurrence/rrule-recurrence.js';
import { Repeater } from './adapters/system/repeater.js';
import { ownRateLimiter } from './adapters/system/request-counter.js';
import { RandomFeedTokens } from './adapters/system/random-feed-tokens.js';
import { SystemClock } from './adapters/system/system-clock.js';
import { UuidGenerator } from './adapters/system/uuid-generator.js';
import { SpaceAccess } from './application/access/space-access.js';
import { ToolVisibility } from './application/access/tool-visibility.js';
import { ListHostGroups } from './application/enrolment/list-host-groups.js';
import { PublishToAgenda } from './application/feed/publish-to-agenda.js';
import { CalendarEntries } from './application/feed/calendar-entries.js';
import { ExportSeance } from './application/feed/export-seance.js';
import { OwnFeed } from './application/feed/own-feed.js';
import { ReadFeed } from './application/feed/read-feed.js';
import { ListGroups } from './application/group/list-groups.js';
import { ListLocations } from './application/location/list-locations.js';
import { ListTrainers } from './application/space/list-trainers.js';
import { EnrolLearners } from './application/enrolment/enrol-learners.js';
import { ListEnrolments } from './application/enrolment/list-enrolments.js';
import { MoveQueues } from './application/enrolment/move-queues.js';
import { OwnPlace } from './application/enrolment/own-place.js';
import { PlaceLedgers } from './application/enrolment/place-ledgers.js';
import { SeanceHomes } from './application/enrolment/seance-homes.js';
import { StaffEnrolment } from './application/enrolment/staff-enrolment.js';
import { DeliverEvents, type EventConsumer, eventsAtOnce } from './application/event/deliver-events.js';
import { ReadHistory } from './application/history/read-history.js';
import { TellHost } from './application/event/tell-host.js';
import { EditGroup } from './application/group/edit-group.js';
import { HearHostEvent } from './application/event/hear-host-event.js';
import { PurgeDeleted } from './application/deletion/purge-deleted.js';
import { AddComment } from './application/comment/add-comment.js';
import { CommentTexts } from './application/comment/comment-texts.js';
import { DeleteComment } from './application/comment/delete-comment.js';
import { EditComment } from './application/comment/edit-comment.js';
import { ListComments } from './application/comment/list-comments.js';
import { RestoreComment } from './application/comment/restore-comment.js';
import { ClosedDayViews } from './application/closed-day/closed-day-views.js';
import { ImportClosedDays } from './application/closed-day/import-closed-days.js';
import { ManageClosedDays } from './application/closed-day/manage-closed-days.js';
import { EventRecorder } from './application/event/event-recorder.js';
import { ForgetAttempts } from './application/housekeeping/forget-attempts.js';
import { BrowseLocations } from './application/location/browse-locations.js';
import { ManageLocations } from './application/location/manage-locations.js';
import { PreviewRepetition } from './application/repetition/preview-repetition.js';
import { PreviewSeriesChange } from './application/series/preview-series-change.js';
import { RepeatSeance } from './application/repetition/repeat-seance.js';
import { RepetitionPlanner } from './application/repetition/repetition-planner.js';
import { CreateSeance } from './application/seance/create-seance.js';
import { DeleteSeances } from './application/deletion/delete-seances.js';
import { EditSeance } from './application/seance/edit-seance.js';
import { GetSeance } from './application/seance/get-seance.js';
import { ListDeletions } from './application/deletion/list-deletions.js';
import { ListSeances } from './application/seance/list-seances.js';
import { RestoreSeances } from './application/deletion/restore-seances.js';
import { SeanceChoices } from './application/seance/seance-choices.js';
import { SeanceDrafts } from './application/seance/seance-drafts.js';
import { SeanceViews } from './application/seance/seance-view.js';
import { ChangeSettings } from './application/settings/change-settings.js';
import { ReadSettings } from './application/settings/read-settings.js';
import { OpenSpace } from './application/space/open-space.js';
import { SpaceNames } from './application/space/space-names.js';
import { CalendarReader } from './ports/calendar-reader.js';
import { Clock } from './ports/clock.js';
import { Directory } from './ports/directory.js';
import type { HostEvent } from './ports/host-events.js';
import { CalendarWriter } from './ports/calendar-writer.js';
import { FeedTokens } from './ports/feed-tokens.js';
import { HostLocations } from './ports/host-locations.js';
import { IdGenerator } from './ports/id-generator.js';
import { Identity } from './ports/identity.js';
import { Logger } from './ports/logger.js';
import { Metrics } from './ports/metrics.js';
import { Permissions } from './ports/permissions.js';
import { Readiness } from './ports/readiness.js';
import { Recurrence } from './ports/recurrence.js';
import { TextSanitizer } from './ports/text-sanitizer.js';
import { UnitOfWork } from './ports/unit-of-work.js';
import { wholeFetch } from './ports/whole-answer.js';

export interface PluginOptions {
  /** Where the host mounts the plugin, such as `/plugins/seances`; empty for the root. Default: `/plugins/seances`. */
  readonly basePath?: string;
  /** Origins, such as `https://campus.example`, whose pages may write although they are not the host's own. Default: none. */
  readonly trustedOrigins?: readonly string[];
  /** What one request may cost, and how long it waits. */
  readonly limits?: Partial<PluginLimits>;
  /** Replaces the system's clock, in tests. */
  readonly clock?: Clock;
}

/** The limits that a host can set. Whatever it leaves out has its default. */
export interface PluginLimits extends RequestLimits {
  /**
   * How many requests one actor may send to one process in a minute, counted here; `too-many-requests` above. The host's
   * own `rateLimiter` comes before it. Default: no limit.
   */
  readonly requestsPerMinute: number;
  /**
   * How long a statement waits for a lock, in seconds; `busy` after that. For a database that is given as an address: a
   * Knex configuration or instance says so itself. Default: 5.
   */
  readonly lockWaitSeconds: number;
}

/** What the host mounts. */
export interface SeancesPlugin<Context> {
  /** The validated `plugin.json`. */
  readonly manifest: Manifest;
  /** Answers a request below the base path. Never rejects. `context` is handed to the host's `identity` port. */
  fetch(request: Request, context: Context): Promise<Response>;
  /** Brings the database's schema up to date, whatever number of processes start at once, and begins background work. */
  start(): Promise<void>;
  /**
   * What the host tells: that a user, a session or a space is gone, or that somebody joined or left. Resolves when it
   * is done; a rejection is to be told again later.
   */
  tell(event: HostEvent): Promise<void>;
  /**
   * Waits for the requests under way and ends background work, then closes the database unless the host opened it.
   * Not ready (`/health/ready`) from the beginning on.
   */
  stop(): Promise<void>;
}

/** How often background work looks for something to do, in milliseconds. */
const housekeepingEvery = 60 * 60 * 1_000;
const deliveryEvery = 500;

const ManifestToken = Symbol('Manifest') as ServiceIdentifier<Manifest>;
const UnderWayToken = Symbol('UnderWay') as ServiceIdentifier<UnderWay>;
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
  if (host.menu) registerTool(host.menu, manifest, container.get(ToolVisibility));
  const basePath = basePathOf(options.basePath ?? '/plugins/seances');
  const { requestsPerMinute, lockWaitSeconds: _, ...given } = options.limits ?? {};
  const limits = limitsOf(given);
  const underWay = container.get(UnderWayToken);
  const handler = createHandler({
    routes: routesOf(container, manifest, basePath, limits),
    basePath,
    limits,
    ...(host.rateLimiter
      ? { rateLimiter: guardedPort('rateLimiter', host.rateLimiter) }
      : ownRateLimiter(requestsPerMinute, container.get(Clock))),
    metrics: container.get(Metrics),
    trustedOrigins: options.trustedOrigins ?? [],
    identity: guardedPort('identity', host.identity),
    access: container.get(SpaceAccess),
    logger: container.get(Logger),
  });
  const work = backgroundWork(container);
  return {
    manifest,
    fetch: wholeFetch((request, context) => underWay.run(() => handler(request, context))),
    tell: (event) => container.get(HearHostEvent).run(event),
    async start() {
      await migrateToLatest(database.knex);
      for (const one of work) one.start();
    },
    async stop() {
      await Promise.all([underWay.end(), ...work.map((one) => one.stop())]);
      if (database.owned) await database.knex.destroy();
    },
  };
}

/** What goes on without a request, in any number of processes. */
function backgroundWork(container: Container): readonly Repeater[] {
  const [logger, metrics] = [container.get(Logger), container.get(Metrics)];
  return [
    new Repeater('housekeeping', housekeepingEvery, logger, metrics, async () => {
      await container.get(ForgetAttempts).run();
      await container.get(PurgeDeleted).run();
      await container.get(MoveQueues).run();
      return false;
    }),
    new Repeater('delivery', deliveryEvery, logger, metrics, async () => {
      const heard = await container.get(DeliverEvents).run();
      if (heard > 0) metrics.count('seances_events_delivered_total', heard, {});
      return heard === eventsAtOnce;
    }),
  ];
}

function compose<Context>(host: SeancesHost<Context, Database>, options: PluginOptions): Container {
  const container = new Container();
  const manifest = readManifest();
  const database = openDatabase(host.database, options.limits?.lockWaitSeconds);
  const isHeard = host.events !== undefined || host.agenda !== undefined;
  container.bind(ManifestToken).toConstantValue(manifest);
  container.bind(DatabaseToken).toConstantValue(database);
  container.bind(Identity).toConstantValue(guardedPort('identity', host.identity));
  container.bind(Permissions).toConstantValue(guardedPort('permissions', host.permissions));
  container.bind(Directory).toConstantValue(guardedPort('directory', host.directory));
  container
    .bind(HostLocations)
    .toConstantValue(guardedPort('locations', host.locations ?? new NoHostLocations()));
  container.bind(Logger).toConstantValue(host.logger ?? new SilentLogger());
  container.bind(Metrics).toConstantValue(host.metrics ?? new NoMetrics());
  container.bind(UnderWayToken).toConstantValue(new UnderWay());
  container.bind(Clock).toConstantValue(options.clock ?? new SystemClock());
  container.bind(IdGenerator).toConstantValue(new UuidGenerator());
  container.bind(Recurrence).toConstantValue(new RruleRecurrence());
  container.bind(CalendarWriter).toConstantValue(new IcalWriter());
  container.bind(FeedTokens).toConstantValue(new RandomFeedTokens());
  container.bind(TextSanitizer).toConstantValue(new SanitizeHtmlSanitizer());
  container.bind(UnitOfWork).toConstantValue(new KnexUnitOfWork(database, isHeard));
  container.bind(CalendarReader).toConstantValue(new IcalCalendarReader());
  container.bind(Readiness).toConstantValue(new KnexReadiness(database.knex));
  container
    .bind(DeliverEvents)
    .toResolvedValue(
      (work, ids, clock, logger) => new DeliverEvents(work, consumersOf(host, work), ids, clock, logger),
      [UnitOfWork, IdGenerator, Clock, Logger],
    );
  container
    .bind(ReadSettings)
    .toResolvedValue((work) => new ReadSettings(work, defaultSettings(manifest)), [UnitOfWork]);
  bindUseCases(container);
  bindCommentUseCases(container);
  bindAdministration(container, manifest);
  bindCalendars(container);
  return container;
}

/** Who is told what happened: the host's sink and its agenda, when it has them. */
function consumersOf<Context>(
  { events, agenda }: SeancesHost<Context, Database>,
  unitOfWork: UnitOfWork,
): readonly EventConsumer[] {
  return [
    ...(events ? [new TellHost(guardedPort('events', events))] : []),
    ...(agenda ? [new PublishToAgenda(unitOfWork, guardedPort('agenda', agenda))] : []),
  ];
}

function bindUseCases(container: Container): void {
  provide(container, SpaceAccess, [Permissions, Directory]);
  provide(container, ToolVisibility, [Permissions, Directory]);
  provide(container, OpenSpace, [Permissions, ReadSettings]);
  provide(container, ListGroups, [UnitOfWork]);
  provide(container, ListLocations, [UnitOfWork, HostLocations]);
  provide(container, ListTrainers, [Directory]);
  provide(container, SeanceViews, [UnitOfWork, Directory, ReadSettings, Clock]);
  provide(container, SeanceChoices, [UnitOfWork, Directory, HostLocations]);
  provide(container, EventRecorder, [IdGenerator]);
  bindEnrolment(container);
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
    Directory,
    SeanceChoices,
    SeanceDrafts,
    SeanceViews,
    PlaceLedgers,
    ReadSettings,
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
  provide(container, DeleteSeances, [
    UnitOfWork,
    PlaceLedgers,
    ReadSettings,
    EventRecorder,
    IdGenerator,
    Clock,
  ]);
  provide(container, ListDeletions, [UnitOfWork, ReadSettings, Clock]);
  provide(container, RestoreSeances, [
    UnitOfWork,
    SeanceDrafts,
    SeanceViews,
    PlaceLedgers,
    ReadSettings,
    EventRecorder,
    Clock,
  ]);
  provide(container, ForgetAttempts, [UnitOfWork, Clock]);
}

function bindEnrolment(container: Container): void {
  const places = [UnitOfWork, Directory, SeanceHomes, PlaceLedgers, ReadSettings] as const;
  provide(container, PlaceLedgers, [EventRecorder, IdGenerator, Clock]);
  provide(container, SeanceHomes, [UnitOfWork]);
  provide(container, OwnPlace, [...places]);
  provide(container, EnrolLearners, [...places, Clock]);
  provide(container, StaffEnrolment, [...places]);
  provide(container, ListEnrolments, [UnitOfWork, Directory]);
  provide(container, ListHostGroups, [Directory]);
  provide(container, ReadHistory, [UnitOfWork]);
  provide(container, EditGroup, [UnitOfWork, PlaceLedgers, SeanceDrafts, ReadSettings, EventRecorder, Clock]);
  provide(container, HearHostEvent, [
    UnitOfWork,
    PlaceLedgers,
    SeanceDrafts,
    EventRecorder,
    ReadSettings,
    Clock,
  ]);
  provide(container, MoveQueues, [UnitOfWork, PlaceLedgers, ReadSettings, Clock]);
  provide(container, PurgeDeleted, [UnitOfWork, ReadSettings, Clock]);
}

function bindCommentUseCases(container: Container): void {
  provide(container, CommentTexts, [TextSanitizer]);
  provide(container, ListComments, [UnitOfWork]);
  provide(container, AddComment, [UnitOfWork, CommentTexts, EventRecorder, IdGenerator, Clock]);
  provide(container, EditComment, [UnitOfWork, CommentTexts, EventRecorder, Clock]);
  provide(container, DeleteComment, [UnitOfWork, CommentTexts, EventRecorder, Clock]);
  provide(container, RestoreComment, [UnitOfWork, CommentTexts, ReadSettings, EventRecorder, Clock]);
}

function bindAdministration(container: Container, manifest: Manifest): void {
  const [defaults, check] = [defaultSettings(manifest), settingsCheck(manifest)];
  container
    .bind(ChangeSettings)
    .toResolvedValue(
      (work, queues, clock) => new ChangeSettings(work, defaults, check, queues, clock),
      [UnitOfWork, MoveQueues, Clock],
    );
  provide(container, SpaceNames, [Directory]);
  provide(container, BrowseLocations, [UnitOfWork, HostLocations, SpaceNames]);
  provide(container, ManageLocations, [UnitOfWork, HostLocations, SeanceDrafts, IdGenerator, Clock]);
  provide(container, ClosedDayViews, [UnitOfWork, SpaceNames]);
  provide(container, ManageClosedDays, [UnitOfWork, ClosedDayViews, IdGenerator, Clock]);
  provide(container, ImportClosedDays, [UnitOfWork, CalendarReader, ClosedDayViews, IdGenerator, Clock]);
}

function bindCalendars(container: Container): void {
  provide(container, CalendarEntries, [TextSanitizer, CalendarWriter]);
  provide(container, ExportSeance, [UnitOfWork, CalendarEntries]);
  provide(container, OwnFeed, [UnitOfWork, FeedTokens, Clock]);
  provide(container, ReadFeed, [UnitOfWork, Directory, SpaceAccess, CalendarEntries, FeedTokens, Clock]);
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

function routesOf(
  container: Container,
  manifest: Manifest,
  basePath: string,
  limits: RequestLimits,
): readonly Route[] {
  const routes: Route[] = [
    ...spaceRoutes({
      openSpace: container.get(OpenSpace),
      listGroups: container.get(ListGroups),
      listLocations: container.get(ListLocations),
      listTrainers: container.get(ListTrainers),
      listHostGroups: container.get(ListHostGroups),
      editGroup: container.get(EditGroup),
    }),
    ...seanceRoutes(
      {
        listSeances: container.get(ListSeances),
        getSeance: container.get(GetSeance),
        createSeance: container.get(CreateSeance),
        editSeance: container.get(EditSeance),
        deleteSeances: container.get(DeleteSeances),
        restoreSeances: container.get(RestoreSeances),
        listDeletions: container.get(ListDeletions),
      },
      limits,
    ),
    ...repetitionRoutes({
      previewRepetition: container.get(PreviewRepetition),
      repeatSeance: container.get(RepeatSeance),
      previewSeriesChange: container.get(PreviewSeriesChange),
    }),
    ...enrolmentRoutes(
      {
        ownPlace: container.get(OwnPlace),
        enrolLearners: container.get(EnrolLearners),
        staffEnrolment: container.get(StaffEnrolment),
        listEnrolments: container.get(ListEnrolments),
        readHistory: container.get(ReadHistory),
      },
      limits,
    ),
    ...commentRoutes({
      listComments: container.get(ListComments),
      addComment: container.get(AddComment),
      editComment: container.get(EditComment),
      deleteComment: container.get(DeleteComment),
      restoreComment: container.get(RestoreComment),
    }),
    ...administrationRoutes(container, manifest),
    ...calendarRoutes(
      {
        exportSeance: container.get(ExportSeance),
        readFeed: container.get(ReadFeed),
        ownFeed: container.get(OwnFeed),
      },
      manifest.version,
    ),
    ...healthRoutes(container.get(Readiness), container.get(UnderWayToken)),
    ...webRoutes(),
  ];
  const all: Route[] = [...routes, openApiRoute(() => openApi(all, manifest.version, basePath))];
  return all;
}

function administrationRoutes(container: Container, manifest: Manifest): readonly Route[] {
  return [
    ...settingsRoutes(container.get(ChangeSettings), manifest.settings),
    ...locationRoutes({
      browseLocations: container.get(BrowseLocations),
      manageLocations: container.get(ManageLocations),
    }),
    ...closedDayRoutes({
      manageClosedDays: container.get(ManageClosedDays),
      importClosedDays: container.get(ImportClosedDays),
    }),
  ];
}
