import 'reflect-metadata';
import { Container } from 'inversify';
import { guardedPort } from '../adapters/host/guarded-port.js';
import { HostSeancePages } from '../adapters/host/host-seance-pages.js';
import { type Manifest, readManifest } from '../adapters/host/manifest.js';
import { createHandler, type Handler } from '../adapters/http/handler.js';
import type { RequestLimits } from '../adapters/http/limits.js';
import { openApi, openApiRoute } from '../adapters/http/open-api.js';
import type { PublicAddress } from '../adapters/http/public-address.js';
import type { Route } from '../adapters/http/route.js';
import { unsubscribePath } from '../adapters/http/routes/unsubscribe-routes.js';
import type { UnderWay } from '../adapters/http/under-way.js';
import { HttpWebhookSender } from '../adapters/webhook/http-webhook-sender.js';
import { type Database, openDatabase, type OpenDatabase } from '../adapters/knex/dialect.js';
import type { Repeater } from '../adapters/system/repeater.js';
import { ownRateLimiter } from '../adapters/system/request-counter.js';
import { SpaceAccess } from '../application/access/space-access.js';
import { ToolVisibility } from '../application/access/tool-visibility.js';
import { ReadHours } from '../application/attendance/read-hours.js';
import { HearHostEvent } from '../application/event/hear-host-event.js';
import { ReadPersonalData } from '../application/personal-data/read-personal-data.js';
import { Clock } from '../ports/clock.js';
import type { HostPorts } from '../ports/host-ports.js';
import { Logger } from '../ports/logger.js';
import { Metrics } from '../ports/metrics.js';
import { SeancePages } from '../ports/seance-pages.js';
import { SheetWriter } from '../ports/sheet-writer.js';
import { UnsubscribePages } from '../ports/unsubscribe-pages.js';
import { WebhookSender } from '../ports/webhook-sender.js';
import { features } from './features.js';
import { bindHostPorts } from './host-ports.js';
import { bindOwnPorts } from './own-ports.js';
import { DatabaseToken, LimitsToken, ManifestToken, UnderWayToken } from './tokens.js';

/** Where and how the plugin is mounted, every default being settled. */
export interface Deployment {
  readonly database: Database;
  /** Empty, or starting with a slash and not ending with one. */
  readonly basePath: string;
  /** Where that is for those who ask. */
  readonly address: PublicAddress;
  readonly trustedOrigins: readonly string[];
  readonly limits: RequestLimits;
  readonly requestsPerMinute: number | undefined;
  readonly lockWaitSeconds: number | undefined;
  readonly clock: Clock;
  readonly sheetWriter: SheetWriter;
  /** Whether messages to other systems may go to this machine by http. */
  readonly allowsHttp: boolean;
  readonly seanceUrl: ((spaceId: string, id: string) => string) | undefined;
  readonly subscriptionUrl: ((spaceId: string) => string) | undefined;
}

/** What the plugin is run by. */
export interface Parts<Context> {
  readonly manifest: Manifest;
  readonly database: OpenDatabase;
  readonly handler: Handler<Context>;
  readonly underWay: UnderWay;
  readonly work: readonly Repeater[];
  readonly hearHostEvent: HearHostEvent;
  readonly readPersonalData: ReadPersonalData;
  readonly readHours: ReadHours;
  readonly toolVisibility: ToolVisibility;
  readonly logger: Logger;
}

/** Puts the plugin together for a host. Nothing is connected yet. */
export function compose<Context>(host: HostPorts<Context>, deployment: Deployment): Parts<Context> {
  const container = new Container();
  container.bind(ManifestToken).toConstantValue(readManifest());
  container
    .bind(DatabaseToken)
    .toConstantValue(openDatabase(deployment.database, deployment.lockWaitSeconds));
  container.bind(LimitsToken).toConstantValue(deployment.limits);
  container.bind(Clock).toConstantValue(deployment.clock);
  container.bind(SheetWriter).toConstantValue(deployment.sheetWriter);
  container.bind(WebhookSender).toConstantValue(new HttpWebhookSender(deployment.allowsHttp));
  bindHostPorts(container, host);
  container
    .bind(SeancePages)
    .toConstantValue(
      new HostSeancePages(deployment.seanceUrl, container.get(Logger), deployment.subscriptionUrl),
    );
  container.bind(UnsubscribePages).toConstantValue({
    addressOf: (token) => deployment.address.httpsUrlOf(unsubscribePath, { token }),
  });
  bindOwnPorts(container);
  for (const feature of features) feature.bind?.(container);
  return {
    manifest: container.get(ManifestToken),
    database: container.get(DatabaseToken),
    handler: handlerOf(container, host, deployment),
    underWay: container.get(UnderWayToken),
    work: features.flatMap((feature) => feature.work?.(container) ?? []),
    hearHostEvent: container.get(HearHostEvent),
    readPersonalData: container.get(ReadPersonalData),
    readHours: container.get(ReadHours),
    toolVisibility: container.get(ToolVisibility),
    logger: container.get(Logger),
  };
}

function handlerOf<Context>(
  container: Container,
  { identity, rateLimiter }: HostPorts<Context>,
  { basePath, address, limits, trustedOrigins, requestsPerMinute }: Deployment,
): Handler<Context> {
  return createHandler({
    routes: routesOf(container, address),
    basePath,
    address,
    limits,
    ...(rateLimiter
      ? { rateLimiter: guardedPort('rateLimiter', rateLimiter) }
      : ownRateLimiter(requestsPerMinute, container.get(Clock))),
    metrics: container.get(Metrics),
    trustedOrigins,
    identity: guardedPort('identity', identity),
    access: container.get(SpaceAccess),
    logger: container.get(Logger),
  });
}

function routesOf(container: Container, address: PublicAddress): readonly Route[] {
  const { version } = container.get(ManifestToken);
  const all: Route[] = features.flatMap((feature) => feature.routes?.(container) ?? []);
  all.push(openApiRoute(() => openApi(all, version, address.server)));
  return all;
}
