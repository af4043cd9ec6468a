import { createHash } from 'node:crypto';
import type { Calendar } from '../../../application/feed/calendar-entries.js';
import type { ExportSeance } from '../../../application/feed/export-seance.js';
import type { OwnFeed } from '../../../application/feed/own-feed.js';
import type { ReadFeed } from '../../../application/feed/read-feed.js';
import { attachment } from '../file-name.js';
import { isKnown } from '../preconditions.js';
import { publicRoute, type Reply, type Route, signedInRoute, spaceRoute } from '../route.js';
import { feed } from '../schemas/feed-schemas.js';

export interface FeedUseCases {
  readonly exportSeance: ExportSeance;
  readonly readFeed: ReadFeed;
  readonly ownFeed: OwnFeed;
}

/** What calendars are (RFC 5545). */
export const calendarMediaType = 'text/calendar';

const feedPath = '/api/v1/feeds/{token}.ics';
const ownFeedPath = '/api/v1/me/feed';
const feedSchema = { name: 'Feed', schema: feed };

/** @param version of the plugin: another one may write the same calendar otherwise. */
export function feedRoutes(useCases: FeedUseCases, version: string): readonly Route[] {
  return [...readingRoutes(useCases, version), ...ownFeedRoutes(useCases)];
}

function readingRoutes({ exportSeance, readFeed }: FeedUseCases, version: string): readonly Route[] {
  return [
    spaceRoute({
      method: 'GET',
      path: '/api/v1/spaces/{space}/seances/{id}.ics',
      operationId: 'exportSeance',
      summary: 'One séance as iCalendar.',
      permission: 'open',
      revalidated: true,
      answer: { status: 200, description: 'RFC 5545.', mediaType: calendarMediaType },
      refusals: [],
      handle: async ({ visit, params, request }) => {
        const { name, calendar } = await exportSeance.run(visit, params.id);
        return calendarReply(request, calendar, name, version);
      },
    }),
    publicRoute({
      method: 'GET',
      path: feedPath,
      operationId: 'readFeed',
      summary: "A user's own séances as iCalendar. The token is the secret; nobody is signed in.",
      revalidated: true,
      answer: { status: 200, description: 'RFC 5545.', mediaType: calendarMediaType },
      refusals: ['not-found', 'unavailable'],
      handle: async ({ params, request }) =>
        calendarReply(request, await readFeed.run(params.token), 'seances', version),
    }),
  ];
}

function ownFeedRoutes({ ownFeed }: FeedUseCases): readonly Route[] {
  return [
    signedInRoute({
      method: 'GET',
      path: ownFeedPath,
      operationId: 'getFeed',
      summary: 'Whether the actor has a feed. Its address was told when it was made, and is not kept.',
      answer: { status: 200, description: 'The feed, if any.', schema: feedSchema },
      refusals: [],
      handle: async ({ actor }) => ({
        status: 200,
        body: { url: null, createdAt: await ownFeed.since(actor) },
      }),
    }),
    signedInRoute({
      method: 'POST',
      path: ownFeedPath,
      operationId: 'renewFeed',
      summary: 'Makes a feed for the actor, and revokes the one that there was.',
      answer: { status: 201, description: 'The new feed, with its address.', schema: feedSchema },
      refusals: [],
      handle: async ({ actor, urlOf }) => {
        const { token, createdAt } = await ownFeed.renew(actor);
        return { status: 201, body: { url: urlOf(feedPath, { token }), createdAt } };
      },
    }),
    signedInRoute({
      method: 'DELETE',
      path: ownFeedPath,
      operationId: 'revokeFeed',
      summary: "Revokes the actor's feed.",
      answer: { status: 204, description: 'There is none any more.' },
      refusals: [],
      handle: async ({ actor }) => {
        await ownFeed.revoke(actor);
        return { status: 204 };
      },
    }),
  ];
}

async function calendarReply(
  request: Request,
  calendar: Calendar,
  name: string,
  version: string,
): Promise<Reply> {
  const headersOf = (state: string) => ({
    etag: calendarTag(version, state),
    'cache-control': 'private, no-cache',
  });
  const now = headersOf(calendar.state);
  if (isKnown(request, now.etag)) return { status: 304, headers: now };
  const { state, text } = await calendar.write();
  return {
    status: 200,
    whole: text,
    headers: {
      ...(state === calendar.state ? now : headersOf(state)),
      'content-type': `${calendarMediaType}; charset=utf-8`,
      'content-disposition': attachment(name, 'ics'),
    },
  };
}

function calendarTag(version: string, state: string): string {
  const digest = createHash('sha256').update(`${version}\n${state}`).digest('base64url').slice(0, 22);
  return `"${digest}"`;
}
